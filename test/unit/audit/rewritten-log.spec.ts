import { describe, expect, it } from '@jest/globals';
import { type AuditEntry, checkpointLine } from '../../../src/audit/index.js';
import type { CaseNumber } from '../../../src/core/identifiers.js';
import { checkpointsOf } from '../../support/audit/platform.js';
import { checkpoints, eventsOf, linesOf, place, signedOver, story } from '../../support/audit/log-story.js';
import { refused, verify, withDetails, withEntry, without } from '../../support/audit/edited-story.js';

const whole = linesOf(story);
const events = eventsOf(story);

describe('a log whose acts are signed', () => {
  it('verifies, and says how much of it', async () => {
    expect(await verify(whole)).toEqual({
      ok: true,
      value: {
        head: { seq: 16, hash: events.at(-1)?.hash },
        signatures: 4,
        checkpoints: 3,
        covered: 16,
        lastCheckpointAt: new Date('2026-03-02T04:00:00Z'),
      },
    });
  });

  it('says which events no checkpoint covers yet', async () => {
    expect(await verify(linesOf(story, checkpoints.slice(0, 2)))).toMatchObject({ value: { covered: 12 } });
  });

  it('verifies against each head and each checkpoint noted earlier', async () => {
    for (const { seq, hash } of events) expect((await verify(whole, { head: { seq, hash } })).ok).toBe(true);
    expect((await verify(whole, { checkpoints: checkpoints.toReversed() })).ok).toBe(true);
  });

  it('has a checkpoint before its first event as well', async () => {
    const [before] = await checkpointsOf({ seq: 0, hash: '0'.repeat(64) });
    const lines = [checkpointLine(before ?? ''), ...story.slice(0, 3).flatMap((_, i) => whole[i] ?? [])];
    expect(await verify(lines)).toMatchObject({ ok: true, value: { checkpoints: 1, covered: 0 } });
  });

  it('takes an approval that was chained just after its step', async () => {
    const swapped = [...story];
    [swapped[place.stopApproved], swapped[place.stopped]] = [
      story[place.stopped]!,
      story[place.stopApproved]!,
    ];
    expect((await verify(linesOf(swapped, await signedOver(swapped)))).ok).toBe(true);
  });
});

describe('history that its owner rewrites, with every hash computed again', () => {
  const edits: [string, () => readonly AuditEntry[]][] = [
    ['another day of a code', () => withDetails(place.codeIssued, { firstDay: '2026-04-02' })],
    ['another lead', () => withDetails(place.registered, { leadCertificate: '0'.repeat(64) })],
    ['another time', () => withEntry(0, { at: new Date(0) })],
    ['another actor', () => withEntry(place.codeIssued, { actor: 'system' })],
    ['another case', () => withEntry(place.codeIssued, { caseNumber: '9002' as CaseNumber })],
    ['the first event left out', () => without(0)],
    ['one in the middle left out', () => without(12)],
    ['one put in', () => [...story.slice(0, 4), story[0]!, ...story.slice(4)]],
    ['one moved', () => [story[1]!, story[0]!, ...story.slice(2)]],
    [
      'all from the middle on',
      () => story.map((e, i) => (i < 12 ? e : { ...e, at: new Date(e.at.getTime() + 1000) })),
    ],
  ];

  it.each(edits)('%s: refused by the checkpoint', async (_what, edit) => {
    expect(await verify(linesOf(edit()))).toMatchObject({ failure: { code: 'audit-checkpoint-wrong' } });
  });

  it.each(edits)(
    '%s, and the checkpoints after it left out: refused by one noted elsewhere',
    async (_what, edit) => {
      for (const kept of [0, 1, 2]) {
        const answer = await verify(linesOf(edit(), checkpoints.slice(0, kept)), { checkpoints });
        // Some edits are refused before, by the signature of an act.
        const codes = ['audit-checkpoint-not-in-log', 'audit-checkpoint-wrong', 'audit-signer-not-allowed'];
        expect(codes).toContain(answer.ok ? 'verified' : answer.failure.code);
      }
    },
  );

  it('cut off behind a checkpoint: refused by one noted elsewhere', async () => {
    const cut = linesOf(story.slice(0, 12), checkpoints.slice(0, 2));
    expect((await verify(cut)).ok).toBe(true);
    const answer = await verify(cut, { checkpoints: checkpoints.slice(2) });
    expect(answer).toEqual(refused('audit-checkpoint-not-in-log', { number: 3 }));
  });
});
