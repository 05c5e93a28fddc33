import { canonicalJson } from '../../core/canonical-json.js';
import { sealForCertificate } from '../../core/cms/index.js';
import { type JsonBounds, parseJson } from '../../core/json.js';
import type { CommissionDecryptionKey } from '../commission-keys.js';
import type { ManifestPart } from './roster.js';

/** What a part of a roster was made for: a part that was made for anything else is made anew. */
export interface PartPurpose {
  /** UUID of the approved request. */
  readonly request: string;
  /** UUID of the batch. */
  readonly batch: string;
  /** SHA-256 of the recipient's certificate, hex. */
  readonly recipient: string;
}

const purposeMembers = ['request', 'batch', 'recipient'] as const;

/**
 * Seals what the manifest will say of a part to the commission's decryption certificate (DER), as canonical JSON, with what the part was made for. It
 * is kept beside the sealed part until the roster is sent. The digest in it is of numbers in clear, so it stands nowhere but under a seal.
 */
export function sealEntry(part: ManifestPart, purpose: PartPurpose, certificate: Uint8Array): Uint8Array {
  const { name, rows, sha256 } = part;
  const { request, batch, recipient } = purpose;
  const content = canonicalJson({ request, batch, recipient, name, rows, sha256 });
  return sealForCertificate(Buffer.from(content, 'utf8'), certificate);
}

/** What {@link sealEntry} kept; undefined where it doesn't open, or is of another part or purpose. */
export async function openEntry(
  sealed: Uint8Array,
  { name, rows, ...purpose }: Omit<ManifestPart, 'sha256'> & PartPurpose,
  key: Pick<CommissionDecryptionKey, 'decrypt'>,
): Promise<ManifestPart | undefined> {
  const content = await key.decrypt(sealed);
  if (content === undefined) return undefined;
  const entry = parseJson(content, entryBounds, (json) => {
    json.only(...purposeMembers, 'name', 'rows', 'sha256');
    for (const member of purposeMembers) json.member(member).oneOf(purpose[member]);
    json.member('name').oneOf(name);
    json.member('rows').oneOf(rows);
    return { name, rows, sha256: json.member('sha256').text(/^[0-9a-f]{64}$/) };
  });
  return entry.ok ? entry.value : undefined;
}

const entryBounds: JsonBounds = { size: 1_000, depth: 1 };
