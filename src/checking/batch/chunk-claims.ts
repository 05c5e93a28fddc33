import { sealForCertificate } from '../../core/cms/index.js';
import { encodeLatin1 } from '../../core/encodings.js';
import type { Commitment } from '../../core/identifiers.js';
import { equalOctets } from '../../core/octets.js';
import type { CommissionDecryptionKey } from '../commission-keys.js';
import type { Batch } from '../ports.js';
import { type Claim, packedNumber, unpackedNumber } from './claim.js';

/** What was sealed when a chunk was checked doesn't open, or is another chunk's. */
export class ClaimsNotOpenedError extends Error {
  override readonly name = 'ClaimsNotOpenedError';
}

/** Octets of a claim: its commitment, and three numbers of six octets, big-endian: packed national ID number, both times. */
const claimOctets = 32 + 3 * 6;

/** A chunk of a batch. */
export interface ChunkAddress {
  readonly batch: Pick<Batch, 'id'>;
  /** Counted from 0. */
  readonly chunk: number;
}

/**
 * Seals the claims of a chunk's good records to the commission's decryption certificate (DER): so whoever finishes the batch needs not open
 * the records again, and a number is stored nowhere but under a seal. Inside stand the batch and the chunk, then the claims.
 */
export function sealClaims(
  address: ChunkAddress,
  claims: readonly Claim[],
  certificate: Uint8Array,
): Uint8Array {
  const head = headOf(address);
  const content = Buffer.alloc(head.length + claims.length * claimOctets);
  content.set(head);
  let at = head.length;
  for (const { commitment, nationalId, signedAt, challengeIssuedAt } of claims) {
    content.set(commitment, at);
    content.writeUIntBE(packedNumber(nationalId), at + 32, 6);
    content.writeUIntBE(signedAt, at + 38, 6);
    content.writeUIntBE(challengeIssuedAt, at + 44, 6);
    at += claimOctets;
  }
  const sealed = sealForCertificate(content, certificate);
  content.fill(0);
  return sealed;
}

/** The claims of a chunk. Throws {@link ClaimsNotOpenedError} where they don't open, or are those of another chunk or batch. */
export async function openClaims(
  address: ChunkAddress,
  sealed: Uint8Array,
  key: Pick<CommissionDecryptionKey, 'decrypt'>,
): Promise<readonly Claim[]> {
  const opened = await key.decrypt(sealed);
  const head = headOf(address);
  if (opened === undefined || !equalOctets(opened.subarray(0, head.length), head))
    throw new ClaimsNotOpenedError();
  const content = Buffer.from(opened.buffer, opened.byteOffset + head.length, opened.length - head.length);
  if (content.length % claimOctets !== 0) throw new ClaimsNotOpenedError();
  return Array.from({ length: content.length / claimOctets }, (_, index) => claimAt(content, index));
}

function claimAt(content: Buffer, index: number): Claim {
  const at = index * claimOctets;
  return {
    commitment: Uint8Array.from(content.subarray(at, at + 32)) as Commitment,
    nationalId: unpackedNumber(content.readUIntBE(at + 32, 6)),
    signedAt: content.readUIntBE(at + 38, 6),
    challengeIssuedAt: content.readUIntBE(at + 44, 6),
  };
}

/** Which claims these are: a version, the batch and the chunk. */
function headOf({ batch, chunk }: ChunkAddress): Uint8Array {
  return encodeLatin1(`claims 1 ${batch.id} ${chunk}\n`);
}
