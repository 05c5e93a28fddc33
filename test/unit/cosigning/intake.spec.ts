import { beforeAll, describe, expect, it } from '@jest/globals';
import { commitmentOf, openRecord, parseEvidence } from '../../../src/core/cms/index.js';
import { type Attempt, isStruckOut, planAttempts } from '../../../src/devkit/index.js';
import { bothOnEvidence } from '../../support/cms/validators.js';
import { type IntakeScene, intakeScene } from '../../support/cosigning/intake-scene.js';

const attempts = planAttempts({ seed: 'intake', citizens: 120 });
let scene: IntakeScene;

beforeAll(async () => {
  scene = await intakeScene(attempts);
});

const expectationOf = ({ expect: expected }: Attempt): string =>
  isStruckOut(expected) ? 'accepted' : expected;

describe('Intake', () => {
  it('gives every scenario its expected outcome, and stores only what it accepts', async () => {
    for (const attempt of attempts) {
      const before = scene.records.entries.size;
      const taken = await scene.intake.take(scene.round, await scene.request(attempt));
      const outcome = taken.ok
        ? taken.value.outcome === 'recorded'
          ? 'accepted'
          : 'already-co-signed'
        : taken.failure.code;
      expect([attempt.index, attempt.scenario, outcome]).toEqual([
        attempt.index,
        attempt.scenario,
        expectationOf(attempt),
      ]);
      expect(scene.records.entries.size - before).toBe(outcome === 'accepted' ? 1 : 0);
    }
  });

  it('stores records that the round key opens, under their own digest', () => {
    for (const { record, commitment } of scene.records.entries.values()) {
      const opened = openRecord(record, scene.roundKey);
      expect(opened.ok && parseEvidence(opened.value).ok).toBe(true);
      expect(commitmentOf(record)).toEqual(commitment);
    }
  });

  it('stores evidence that two independent validators accept', async () => {
    for (const { record } of scene.records.entries.values()) {
      const opened = openRecord(record, scene.roundKey);
      expect(opened.ok && (await bothOnEvidence(opened.value, scene.intakeKey))).toBe('good');
    }
  });

  it('gives the same holder the first commitment again, and changes nothing by a replay', async () => {
    const request = await scene.request(attempts[0]!);
    const first = await scene.intake.take(scene.round, request);
    const replay = await scene.intake.take(scene.round, request);
    expect(first).toMatchObject({ ok: true, value: { outcome: 'already-recorded' } });
    expect(replay).toEqual(first);
  });

  it.each([
    ['not collecting', { kind: 'not-collecting' } as const, { code: 'not-collecting' }],
    [
      'held for a submission',
      { kind: 'held', until: new Date('2026-03-02T01:01:30.200Z') } as const,
      { code: 'submission-in-progress', values: { seconds: 91 } },
    ],
  ])('says so when the round is %s', async (_state, refusal, failure) => {
    scene.records.refusal = refusal;
    const taken = await scene.intake.take(scene.round, await scene.request(attempts[0]!));
    scene.records.refusal = undefined;
    expect(taken).toEqual({ ok: false, failure });
  });
});
