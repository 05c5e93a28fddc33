import { type ManifestPart, openExchangeFile } from '../../core/exchange/index.js';
import type { CertifiedKey } from '../card/mock-card.js';

export { manifestName, type ManifestPart } from '../../core/exchange/index.js';

/** Why the mock MOI refuses a roster: the code of the exchange. */
export class RosterRefusal extends Error {
  override readonly name = 'RosterRefusal';

  constructor(
    readonly file: string,
    readonly reason: string,
  ) {
    super(`${file}: ${reason}`);
  }
}

/** The mock MOI's key, and the certificate whose signature a roster must have. */
interface RosterReader {
  readonly moi: CertifiedKey;
  /** The commission's certificate, DER. */
  readonly commission: Uint8Array;
}

/** Decrypts a roster file, checks the commission's signature and returns the content. Throws {@link RosterRefusal}. */
export function openRosterFile(name: string, sealed: Uint8Array, reader: RosterReader): Uint8Array {
  const { certificate, key } = reader.moi;
  const opened = openExchangeFile(sealed, { certificate, privateKey: key.privateKey }, reader.commission);
  if (!opened.ok) throw new RosterRefusal(name, opened.failure.code);
  return opened.value.content;
}

/** A manifest as it is told, which a fault may have changed: any members beside the parts. */
export interface ToldManifest {
  readonly parts: readonly ManifestPart[];
  readonly [member: string]: unknown;
}
