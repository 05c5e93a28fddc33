import { caseNumberForm } from '../../../core/case-number';
import { decodeBase64 } from '../../../core/encodings';
import { type JsonBounds, type JsonReader, parseJson } from '../../../core/json';
import { hashLeafByWebCrypto, verifyInclusionByWebCrypto } from '../../../core/merkle/verify-by-webcrypto';
import { fromHex } from '../../../core/octets';
import type { Receipt } from '../../../core/receipt';
import type { ApiSchemas } from '../../api/client';

/** Whether a record is in the published tree: computed here, or why it could not be. */
export type Inclusion = 'included' | 'not-included' | 'no-root';

/** What of a published result (`result.json`) a proof is held against. */
interface PublishedRoot {
  readonly caseNumber: string;
  readonly round: number;
  readonly merkleRoot: string;
}

/** Verifies the proof that a receipt's commitment is under the root that its round's result names (RFC 9162 §2.1.3.2). */
export async function inclusionOf(
  { caseNumber, round, commitment }: Receipt,
  { index, treeSize, proof }: ApiSchemas['InclusionView'],
  result: ApiSchemas['ResultView'] | undefined,
): Promise<Inclusion> {
  const published = result === undefined ? undefined : publishedRoot(result);
  if (published?.caseNumber !== caseNumber || published.round !== round) return 'no-root';
  const root = fromHex(published.merkleRoot);
  const hashes = proof.map((hash) => fromHex(hash)).filter((hash) => hash !== undefined);
  if (root === undefined || hashes.length !== proof.length) return 'not-included';
  const leafHash = await hashLeafByWebCrypto(commitment);
  const verified = await verifyInclusionByWebCrypto({ leafHash, index, treeSize, proof: hashes, root });
  return verified ? 'included' : 'not-included';
}

const bounds: JsonBounds = { size: 65_536, depth: 4 };

function publishedRoot({ result }: ApiSchemas['ResultView']): PublishedRoot | undefined {
  const bytes = decodeBase64(result);
  const read = bytes === undefined ? undefined : parseJson(bytes, bounds, readRoot);
  return read?.ok === true ? read.value : undefined;
}

function readRoot(json: JsonReader): PublishedRoot {
  return {
    caseNumber: json.member('case').text(caseNumberForm),
    round: json.member('round').oneOf(1, 2),
    merkleRoot: json.member('merkleRoot').text(/^[0-9a-f]{64}$/),
  };
}
