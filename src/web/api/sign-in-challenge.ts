import { encodeUtf8 } from '../../core/encodings.js';
import { equalOctets } from '../../core/octets.js';
import { renderSignIn } from '../../core/statement/index.js';
import { type Refusal, refusalOf } from './refusal';
import type { Answer } from './answer';
import type { ApiSchemas } from './client';

/** A challenge and what the card signs with it. */
export interface SignInChallenge {
  readonly challenge: string;
  /** UTF-8, rendered here. */
  readonly statement: Uint8Array;
}

/** How a challenge was come by. */
export type SignInChallengeAnswer =
  | { readonly kind: 'answered'; readonly data: SignInChallenge }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/** Who signs in, as the statement says. */
export type SignInAs = Parameters<typeof renderSignIn>[0];

/** Where a challenge comes from. */
interface Challenges {
  challenge(): Promise<Answer<ApiSchemas['SignInChallengeAnswer']>>;
}

/** A challenge is good for ten minutes; after eight, another is asked for. */
export const challengeKeptFor = 8 * 60 * 1000;

/**
 * Asks for a challenge, and renders the text to sign for this origin. Where the server's text differs, nothing may be signed:
 * `statement-differs`.
 */
export async function signInChallenge(
  as: SignInAs,
  api: Challenges,
  origin: string,
): Promise<SignInChallengeAnswer> {
  const answer = await api.challenge();
  if (answer.kind !== 'answered') return { kind: 'refused', refusal: refusalOf(answer) };
  const { challenge, statement: told } = answer.data;
  const statement = renderedFor(as, origin, challenge);
  return statement !== undefined && equalOctets(statement, encodeUtf8(told))
    ? { kind: 'answered', data: { challenge, statement } }
    : { kind: 'refused', refusal: { code: 'statement-differs' } };
}

/** A challenge that can't stand in a line is none. */
function renderedFor(as: SignInAs, origin: string, challenge: string): Uint8Array | undefined {
  try {
    return renderSignIn(as, origin, challenge);
  } catch {
    return undefined;
  }
}

/**
 * Why somebody was not signed in. Of `sign-in-refused` the code alone: the page says it in words of its own, since the API's are for leads and
 * staff at once, and for programs that ask for challenges themselves.
 */
export function signInRefusalOf(answer: Parameters<typeof refusalOf>[0]): Refusal {
  const refusal = refusalOf(answer);
  return refusal.code === 'sign-in-refused' ? { code: refusal.code } : refusal;
}
