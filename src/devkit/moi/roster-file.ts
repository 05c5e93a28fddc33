import { openSealed, parseSignedDocument } from '../../core/cms/index.js';
import { equalOctets } from '../../core/octets.js';
import { sha256Hex } from '../../core/sha256.js';
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
interface RosterReader {
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
  if (!equalOctets(signer.der, reader.commission)) {
    throw new RosterRefusal(name, 'not signed by the commission');
  }
  return content;
}

/** The name of the manifest among a roster's files and an answer's. */
export const manifestName = 'manifest.json';

/** A part of a roster or an answer: its file, its rows without the header, and SHA-256 of the clear CSV in hex. */
export interface ManifestPart {
  readonly name: string;
  readonly rows: number;
  readonly sha256: string;
}

/** What a manifest says; whatever names the batch goes back as it came. */
export interface Manifest {
  readonly parts: readonly ManifestPart[];
  readonly [member: string]: unknown;
}

/** Reads a roster's manifest. Throws {@link RosterRefusal}. */
export function parseManifest(content: Uint8Array): Manifest {
  const manifest: unknown = JSON.parse(Buffer.from(content).toString('utf8'));
  if (!isManifest(manifest)) throw new RosterRefusal(manifestName, 'without parts');
  return manifest;
}

function isManifest(value: unknown): value is Manifest {
  return typeof value === 'object' && value !== null && 'parts' in value && Array.isArray(value.parts);
}

/** The manifest's line for a clear CSV. */
export function describePart(name: string, rows: number, csv: Uint8Array): ManifestPart {
  return { name, rows, sha256: sha256Hex(csv) };
}

/** Throws {@link RosterRefusal} unless the part is what the manifest says. */
export function checkPart(part: ManifestPart, rows: number, csv: Uint8Array): void {
  const found = describePart(part.name, rows, csv);
  if (found.rows !== part.rows) throw new RosterRefusal(part.name, 'another number of rows');
  if (found.sha256 !== part.sha256) throw new RosterRefusal(part.name, 'another SHA-256');
}
