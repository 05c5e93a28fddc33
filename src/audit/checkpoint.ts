import type { JSONWebKeySet } from 'jose';
import { type JsonBounds, type JsonReader, parseJson } from '../core/json.js';
import { type JwsSigner, verifiedPayload } from '../core/jws.js';
import { sha256Hex } from '../core/sha256.js';
import type { ChainHead } from './event.js';

/** What the platform says of its audit log at one time. It stands for every event up to `head`, because the chain does. */
export interface Checkpoint {
  /** The platform's origin. */
  readonly issuer: string;
  /** 1, 2, 3, … without gaps. */
  readonly number: number;
  /** The last event; `seq` is also the number of events. */
  readonly head: ChainHead;
  /** {@link checkpointDigest} of the checkpoint before; {@link noCheckpoint} for the first. */
  readonly previous: string;
  /** Whole seconds. */
  readonly issuedAt: Date;
}

/** What stands for the checkpoint before the first: 64 zeros. */
export const noCheckpoint = '0'.repeat(64);

/** The `typ` of a checkpoint's header: it can't be taken for a receipt, nor a receipt for it. */
const checkpointType = 'lianshu-audit-checkpoint+jwt';
/** Characters a checkpoint may have. */
const maximumLength = 2048;
const bounds: JsonBounds = { size: maximumLength, depth: 2 };

/**
 * Signs a checkpoint with the platform's key: a JWS (see `JwsSigner`) of type `lianshu-audit-checkpoint+jwt`, payload
 * `{ iss, number, events, head, previous, iat }`, digests in lower-case hex, `iat` in seconds.
 */
export function signCheckpoint(checkpoint: Checkpoint, sign: JwsSigner): Promise<string> {
  const { issuer, number, head, previous, issuedAt } = checkpoint;
  const iat = Math.floor(issuedAt.getTime() / 1000);
  return sign(checkpointType, { iss: issuer, number, events: head.seq, head: head.hash, previous, iat });
}

/** The checkpoint in a JWS that one of the platform's published keys has signed; undefined for anything else. */
export async function readCheckpoint(jws: string, jwks: JSONWebKeySet): Promise<Checkpoint | undefined> {
  const payload = jws.length > maximumLength ? undefined : await verifiedPayload(jws, checkpointType, jwks);
  const read = payload && parseJson(payload, bounds, readPayload);
  return read?.ok === true ? read.value : undefined;
}

const digest = /^[0-9a-f]{64}$/;

function readPayload(claims: JsonReader): Checkpoint {
  claims.only('iss', 'number', 'events', 'head', 'previous', 'iat');
  return {
    issuer: claims.member('iss').text(),
    number: claims.member('number').integer(1),
    head: { seq: claims.member('events').integer(), hash: claims.member('head').text(digest) },
    previous: claims.member('previous').text(digest),
    issuedAt: new Date(claims.member('iat').integer() * 1000),
  };
}

/** SHA-256 of a checkpoint's JWS in compact form, ASCII, in hex: `printf %s "$jws" | sha256sum`. */
export function checkpointDigest(jws: string): string {
  return sha256Hex(jws);
}
