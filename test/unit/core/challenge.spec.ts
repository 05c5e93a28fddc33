import { describe, expect, it } from '@jest/globals';
import {
  challengeLifetime,
  challengeTime,
  issueChallenge,
  verifyChallenge,
} from '../../../src/core/challenge.js';

const key = Buffer.alloc(32, 1);
const context = 'co-sign:9001:1';
const at = new Date('2026-01-02T03:04:05.678Z');
const challenge = issueChallenge(key, context, at);
const later = (milliseconds: number): Date => new Date(at.getTime() + milliseconds);

const verdict = (text: string, now = at, purpose = context, secret: Uint8Array = key): string => {
  const verified = verifyChallenge(secret, purpose, text, now);
  return verified.ok ? 'ok' : verified.failure.code;
};

describe('a challenge', () => {
  it('is 76 characters of base64url, never the same twice', () => {
    expect(challenge).toMatch(/^[A-Za-z0-9_-]{76}$/);
    expect(issueChallenge(key, context, at)).not.toBe(challenge);
  });

  it('says when it was issued, to the millisecond', () => {
    expect(verifyChallenge(key, context, challenge, at)).toEqual({ ok: true, value: { issuedAt: at } });
  });

  it.each<[string, number, string]>([
    ['at once', 0, 'ok'],
    ['at the end of its time', challengeLifetime, 'ok'],
    ['a millisecond later', challengeLifetime + 1, 'challenge-stale'],
    ['by a clock a minute behind', -60_000, 'ok'],
    ['by a clock further behind', -60_001, 'challenge-stale'],
  ])('%s', (_when, age, expected) => {
    expect(verdict(challenge, later(age))).toBe(expected);
  });

  it.each<[string, string, string]>([
    ['nothing', '', 'challenge-malformed'],
    ['a character more', `${challenge}A`, 'challenge-malformed'],
    ['a character less', challenge.slice(0, -1), 'challenge-malformed'],
    ['a character outside the alphabet', `${challenge.slice(0, -1)}=`, 'challenge-malformed'],
    ['a line break', `${challenge.slice(0, -1)}\n`, 'challenge-malformed'],
    ['random characters', 'A'.repeat(76), 'challenge-malformed'],
    ['the right form, not authentic', `AQ${'A'.repeat(74)}`, 'challenge-malformed'],
    ['another key’s', issueChallenge(Buffer.alloc(32, 2), context, at), 'challenge-malformed'],
    ['another case’s', issueChallenge(key, 'co-sign:9002:1', at), 'challenge-for-another-purpose'],
    ['another round’s', issueChallenge(key, 'co-sign:9001:2', at), 'challenge-for-another-purpose'],
    ['a sign-in’s', issueChallenge(key, 'sign-in:staff', at), 'challenge-for-another-purpose'],
    [
      'another case’s and stale',
      issueChallenge(key, 'co-sign:9002:1', later(-challengeLifetime * 2)),
      'challenge-for-another-purpose',
    ],
  ])('refuses %s', (_what, text, code) => {
    expect(verdict(text)).toBe(code);
  });

  it('is refused with any bit flipped', () => {
    const bytes = Buffer.from(challenge, 'base64url');
    for (let bit = 0; bit < bytes.length * 8; bit++) {
      const flipped = Buffer.from(bytes);
      flipped[bit >> 3]! ^= 1 << (bit & 7);
      expect(verdict(flipped.toString('base64url'))).toBe('challenge-malformed');
    }
  });

  it('says without the key when it was issued, if it has the form of a challenge', () => {
    expect(challengeTime(challenge)).toBe(at.getTime());
    expect(challengeTime(challenge.slice(0, -1))).toBeUndefined();
    expect(challengeTime(`${challenge}A`)).toBeUndefined();
  });
});
