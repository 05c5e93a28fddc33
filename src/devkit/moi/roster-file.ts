import { openSealed, parseSignedDocument } from '../../core/cms/index.js';
import { equalOctets } from '../../core/octets.js';
import { sha256Hex } from '../../core/sha256.js';
import type { CertifiedKey } from '../card/mock-card.js';

/** Why the mock MOI refuses a roster. */
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

/** The file name of the manifest, in a roster and in an answer. */
export const manifestName = 'manifest.json';

/** A part of a roster or an answer: its file name, its number of rows without the header, and the SHA-256 of the CSV in hex. */
export interface ManifestPart {
  readonly name: string;
  readonly rows: number;
  readonly sha256: string;
}

/** A manifest. The members that name the batch are copied to the answer unchanged. */
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

/** The manifest's entry for a CSV. */
export function describePart(name: string, rows: number, csv: Uint8Array): ManifestPart {
  return { name, rows, sha256: sha256Hex(csv) };
}

/** Throws {@link RosterRefusal} unless the part agrees with its entry in the manifest. */
export function checkPart(part: ManifestPart, rows: number, csv: Uint8Array): void {
  const found = describePart(part.name, rows, csv);
  if (found.rows !== part.rows) throw new RosterRefusal(part.name, 'wrong number of rows');
  if (found.sha256 !== part.sha256) throw new RosterRefusal(part.name, 'wrong SHA-256');
}
