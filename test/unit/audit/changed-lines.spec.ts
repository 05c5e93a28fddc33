import { describe, expect, it } from '@jest/globals';
import { checkpointDigest, checkpointLine, signedDataLine } from '../../../src/audit/index.js';
import type { CaseNumber, Commitment } from '../../../src/core/identifiers.js';
import { jwksOf, jwsSigner } from '../../../src/core/jws-signing.js';
import { signReceipt } from '../../../src/core/receipt-signing.js';
import type { TaipeiDate } from '../../../src/core/taipei-date.js';
import { checkpointOf, origin, sign } from '../../support/audit/platform.js';
import { checkpoints, eventsOf, linesOf, place, story } from '../../support/audit/log-story.js';
import { ecPair, signerOf } from '../../support/cms/certificates.js';
import { refused, verify } from '../../support/audit/edited-story.js';

const whole = linesOf(story);
const events = eventsOf(story);

/** A receipt by the platform's key. */
const receipt = (): Promise<string> =>
  signReceipt(
    {
      ...{ issuer: origin, caseNumber: '9001' as CaseNumber, round: 1 as const },
      ...{
        commitment: new Uint8Array(32) as Commitment,
        recordedOn: '2026-01-02' as TaipeiDate,
        issuedAt: new Date(0),
      },
    },
    sign,
  );

describe('lines that were changed', () => {
  const at = (line: number): string => whole[line - 1]!;
  const edited = (line: number, text: string): string[] =>
    whole.map((each, i) => (i === line - 1 ? text : each));
  const left = (...lines: readonly number[]): string[] => whole.filter((_, i) => !lines.includes(i + 1));
  const [keySigned, submissionSigned] = [9, 12];
  const [firstCheckpoint, secondCheckpoint, thirdCheckpoint] = [7, 17, 23];

  it('stand where the table says', () => {
    expect([keySigned, submissionSigned].map((line) => at(line).slice(0, 14))).toEqual(
      Array(2).fill('{"signedData":'),
    );
    const lines = [firstCheckpoint, secondCheckpoint, thirdCheckpoint];
    expect(lines.map(at)).toEqual(checkpoints.map(checkpointLine));
  });

  const stranger = async () => {
    const pair = ecPair();
    return { sign: await jwsSigner(pair.privateKey), jwks: await jwksOf([signerOf(pair)]) };
  };
  const base64 = (signedData: Uint8Array) => signedDataLine(signedData);

  it.each<[string, () => string[] | Promise<string[]>, string, number | undefined]>([
    ['a signature left out', () => left(keySigned), 'audit-signature-missing', 9],
    ['a signature twice', () => whole.toSpliced(keySigned, 0, at(keySigned)), 'audit-signature-wrong', 10],
    [
      'a signature in another’s place',
      () => edited(keySigned, at(submissionSigned)),
      'audit-signature-wrong',
      9,
    ],
    [
      'a signature after an event that has none',
      () => whole.toSpliced(1, 0, at(keySigned)),
      'audit-signature-wrong',
      2,
    ],
    [
      'a signature cut short',
      () => edited(keySigned, base64(story[place.keyStatement]!.signedData!.subarray(1))),
      'audit-signature-wrong',
      9,
    ],
    [
      'base64 with a bit more',
      () => edited(keySigned, at(keySigned).replace('"}', '="}')),
      'audit-event-malformed',
      9,
    ],
    [
      'a line with a member more',
      () => edited(keySigned, at(keySigned).replace('"}', '","x":1}')),
      'audit-event-malformed',
      9,
    ],
    ['a line of another kind', () => edited(keySigned, '{"signature":"AA=="}'), 'audit-event-malformed', 9],
    [
      'a checkpoint that is no text',
      () => edited(firstCheckpoint, '{"checkpoint":1}'),
      'audit-event-malformed',
      7,
    ],
    [
      'all checkpoints left out',
      () => left(firstCheckpoint, secondCheckpoint, thirdCheckpoint),
      'audit-checkpoint-missing',
      undefined,
    ],
    ['the first checkpoint left out', () => left(firstCheckpoint), 'audit-checkpoint-wrong', 16],
    ['a checkpoint in the middle left out', () => left(secondCheckpoint), 'audit-checkpoint-wrong', 22],
    ['a checkpoint twice', () => whole.toSpliced(7, 0, at(7)), 'audit-checkpoint-wrong', 8],
    [
      'a checkpoint an event too early',
      () => [...whole.slice(0, 5), at(7), at(6), ...whole.slice(7)],
      'audit-checkpoint-wrong',
      6,
    ],
    [
      'a checkpoint before the signature of its event',
      () => [...whole.slice(0, 8), at(7), ...whole.slice(8)],
      'audit-signature-missing',
      9,
    ],
    [
      'two checkpoints in each other’s place',
      () => edited(firstCheckpoint, at(secondCheckpoint)),
      'audit-checkpoint-wrong',
      7,
    ],
    [
      'a checkpoint by another key',
      async () => edited(7, checkpointLine(await checkpointOf(events[5]!, { by: (await stranger()).sign }))),
      'audit-checkpoint-wrong',
      7,
    ],
    [
      'a checkpoint of another number',
      async () => edited(7, checkpointLine(await checkpointOf(events[5]!, { number: 2 }))),
      'audit-checkpoint-wrong',
      7,
    ],
    [
      'a checkpoint that follows another',
      async () => edited(7, checkpointLine(await checkpointOf(events[5]!, { previous: '1'.repeat(64) }))),
      'audit-checkpoint-wrong',
      7,
    ],
    [
      'a checkpoint of another count',
      async () => edited(7, checkpointLine(await checkpointOf({ ...events[5]!, seq: 7 }))),
      'audit-checkpoint-wrong',
      7,
    ],
    [
      'a checkpoint that goes back in time',
      async () => {
        const previous = checkpointDigest(checkpoints[0]!);
        const at = new Date('2026-03-02T01:59:59Z');
        const earlier = await checkpointOf(events[5]!, { number: 2, previous, at });
        return [...whole.slice(0, 7), checkpointLine(earlier)];
      },
      'audit-checkpoint-wrong',
      8,
    ],
    [
      'a receipt of the platform in place of a checkpoint',
      async () => edited(7, checkpointLine(await receipt())),
      'audit-checkpoint-wrong',
      7,
    ],
    [
      'a checkpoint that is too long',
      () => edited(7, checkpointLine(`${checkpoints[0]!}${'A'.repeat(2048)}`)),
      'audit-checkpoint-wrong',
      7,
    ],
    ['cut off before a signature', () => whole.slice(0, 8), 'audit-signature-missing', 8],
  ])('%s', async (_what, edit, code, line) => {
    expect(await verify(await edit())).toEqual(refused(code, line === undefined ? undefined : { line }));
  });

  it('is refused where the platform’s keys are another’s', async () => {
    expect(await verify(whole, { jwks: (await stranger()).jwks })).toEqual(
      refused('audit-checkpoint-wrong', { line: 7 }),
    );
  });

  it.each<[string, () => string | Promise<string>]>([
    ['no checkpoint', () => 'x'],
    ['a receipt', () => receipt()],
    ['by another key', async () => checkpointOf(events[5]!, { by: (await stranger()).sign })],
  ])('is refused against a noted checkpoint that is none: %s', async (_what, noted) => {
    const answer = await verify(whole, { checkpoints: [checkpoints[0]!, await noted()] });
    expect(answer).toEqual(refused('audit-noted-checkpoint-wrong', { line: 2 }));
  });

  it('finds a changed character wherever it is', async () => {
    const text = whole.join('\n');
    for (let i = 0; i < text.length; i += 997) {
      const changed = `${text.slice(0, i)}${text[i] === '1' ? '2' : '1'}${text.slice(i + 1)}`;
      expect([i, (await verify(changed.split('\n'))).ok]).toEqual([i, false]);
    }
  });
});
