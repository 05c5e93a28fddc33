import { openSealed, parseSignedDocument } from '../../core/cms/index.js';
import type { CertifiedKey } from '../card/mock-card.js';

/** Why the mock MOI will not work on a roster. */
export class RosterRefusal extends Error {
  override readonly name = 'RosterRefusal';

  constructor(
    readonly file: string,
    readonly reason: string,
  ) {
    super(`${file}: ${reason}`);
  }
}

/** The mock MOI's own key, and whose signature it expects on a roster. */
export interface RosterReader {
  readonly moi: CertifiedKey;
  /** The commission's certificate, DER. */
  readonly commission: Uint8Array;
}

/** Opens a sealed roster file and takes off the commission's signature. Throws {@link RosterRefusal}. */
export function openRosterFile(name: string, sealed: Uint8Array, reader: RosterReader): Uint8Array {
  const opened = openSealed(sealed, reader.moi.certificate, reader.moi.key.privateKey);
  if (!opened.ok) throw new RosterRefusal(name, opened.failure.code);
  const signed = parseSignedDocument(opened.value);
  if (!signed.ok) throw new RosterRefusal(name, signed.failure.code);
  const { signer, content } = signed.value;
  if (!Buffer.from(signer.der).equals(reader.commission)) {
    throw new RosterRefusal(name, 'not signed by the commission');
  }
  return content;
}
