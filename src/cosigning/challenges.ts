import {
  challengeLifetime,
  issueChallenge,
  verifyChallenge,
  type ChallengeErrorCode,
} from '../core/challenge.js';
import type { Result } from '../core/result.js';
import type { OpenRound } from './ports.js';

/** The stateless challenges of co-signing: bound to case and round, valid ten minutes. */
export class CoSigningChallenges {
  /** `key` is the platform's 32-byte challenge secret. */
  constructor(private readonly key: Uint8Array) {}

  /** A fresh challenge for this round, and when it ends. */
  issue(round: OpenRound, at: Date): { readonly challenge: string; readonly expiresAt: Date } {
    return {
      challenge: issueChallenge(this.key, contextOf(round), at),
      expiresAt: new Date(at.getTime() + challengeLifetime),
    };
  }

  /** Whether this challenge was issued by us for this round in the last ten minutes. */
  verify(round: OpenRound, challenge: string, at: Date): Result<unknown, ChallengeErrorCode> {
    return verifyChallenge(this.key, contextOf(round), challenge, at);
  }
}

const contextOf = (round: OpenRound): string => `co-sign:${round.caseNumber}:${String(round.ordinal)}`;
