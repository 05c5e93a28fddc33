import { createHash } from 'node:crypto';
import { RosterRefusal } from './roster-file.js';

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
  return { name, rows, sha256: createHash('sha256').update(csv).digest('hex') };
}

/** Throws {@link RosterRefusal} unless the part is what the manifest says. */
export function checkPart(part: ManifestPart, rows: number, csv: Uint8Array): void {
  const found = describePart(part.name, rows, csv);
  if (found.rows !== part.rows) throw new RosterRefusal(part.name, 'another number of rows');
  if (found.sha256 !== part.sha256) throw new RosterRefusal(part.name, 'another SHA-256');
}
