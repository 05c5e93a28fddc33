import { beforeAll, describe, expect, it } from '@jest/globals';
import { commitmentOf, openEvidence, openRecord, parseEvidence } from '../../../src/core/cms/index.js';
import { type Attempt, isStruckOut, planAttempts, valueOf } from '../../../src/devkit/index.js';
import { bothOnEvidence } from '../../support/cms/validators.js';
import { type IntakeScene, intakeScene } from '../../support/cosigning/intake-scene.js';

const attempts = planAttempts({ seed: 'intake', citizens: 120 });
let scene: IntakeScene;

beforeAll(async () => {
  scene = await intakeScene(attempts);
});

/** The evidence in a record of the scene. */
const evidenceIn = (record: Uint8Array): Uint8Array =>
  valueOf(openEvidence(valueOf(openRecord(record, scene.roundKey)), scene.commissionRoundKey));

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

  it('stores records that the two round keys open, under their own digest', () => {
    for (const { record, commitment } of scene.records.entries.values()) {
      expect(parseEvidence(evidenceIn(record)).ok).toBe(true);
      expect(commitmentOf(record)).toEqual(commitment);
    }
  });

  it('shows the lead the number that was signed, and no name', () => {
    const numbers = new Set(attempts.map(({ nationalId }) => nationalId));
    for (const { record } of scene.records.entries.values()) {
      const { nationalId } = valueOf(openRecord(record, scene.roundKey));
      expect(numbers.has(String(nationalId))).toBe(true);
      const statement = valueOf(parseEvidence(evidenceIn(record))).content;
      expect(Buffer.from(statement).toString('utf8')).toContain(`\n國民身分證統一編號：${nationalId}\n`);
    }
  });

  it('shows the lead nothing in two-key mode', async () => {
    const twoKey = await intakeScene(attempts, 'two-key');
    const taken = await twoKey.intake.take(twoKey.round, await twoKey.request(attempts[0]!));
    expect(taken).toMatchObject({ ok: true, value: { outcome: 'recorded' } });
    const [entry] = twoKey.records.entries.values();
    const record = valueOf(openRecord(entry!.record, twoKey.roundKey));
    expect(record.nationalId).toBeUndefined();
    expect(openEvidence(record, twoKey.commissionRoundKey).ok).toBe(true);
  });

  it('stores evidence that two independent validators accept', async () => {
    for (const { record } of scene.records.entries.values()) {
      expect(await bothOnEvidence(evidenceIn(record), scene.intakeKey)).toBe('good');
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
