import {
  checkpointDigest,
  checkpointLine,
  type ChainHead,
  noCheckpoint,
  parseAuditEvent,
  signCheckpoint,
  verifyExport,
} from '../../../src/audit/index.js';
import { jwksOf, jwsSigner } from '../../../src/core/jws-signing.js';
import { ecPair, signerOf } from '../cms/certificates.js';

/** The platform that signs checkpoints in tests without an application. */
export const origin = 'https://lianshu.test.invalid';

const pair = ecPair();
/** Signs with its key. */
export const sign = await jwsSigner(pair.privateKey);

/** Its published keys. */
export const jwks = await jwksOf([signerOf(pair)]);

/** A checkpoint's JWS, by the platform's key unless another is given. */
export const checkpointOf = (
  { seq, hash }: ChainHead,
  {
    number = 1,
    previous = noCheckpoint,
    at = new Date('2026-03-02T02:00:00Z'),
    issuer = origin,
    by = sign,
  } = {},
): Promise<string> => signCheckpoint({ issuer, number, head: { seq, hash }, previous, issuedAt: at }, by);

/** Checkpoints over these heads, one after another, an hour apart. */
export async function checkpointsOf(...heads: readonly ChainHead[]): Promise<string[]> {
  const made: string[] = [];
  for (const [index, head] of heads.entries()) {
    const last = made.at(-1);
    const previous = last === undefined ? noCheckpoint : checkpointDigest(last);
    const at = new Date(Date.UTC(2026, 2, 2, 2 + index));
    made.push(await checkpointOf(head, { number: index + 1, previous, at }));
  }
  return made;
}

/** Verifies lines of events alone: a checkpoint after the last one is made here, and nothing in them is signed. */
export async function verifyEvents(lines: readonly string[], head?: ChainHead) {
  const last = parseAuditEvent(lines.at(-1) ?? '');
  const checkpoint = last.ok ? [checkpointLine(await checkpointOf(last.value))] : [];
  return verifyExport([...lines, ...checkpoint], { jwks, anchors: [], intermediates: [], head });
}
