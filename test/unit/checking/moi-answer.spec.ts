import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { type BatchIdentity, manifestName, rosterManifest } from '../../../src/checking/exchange/roster.js';
import type { CaseNumber } from '../../../src/core/identifiers.js';
import type { TaipeiDate } from '../../../src/core/taipei-date.js';
import { answerIn } from '../../support/checking/answer-in-memory.js';

const identity: BatchIdentity = {
  batch: '0198c0de-0000-7000-8000-000000000001',
  case: '9001' as CaseNumber,
  round: 1,
  submittedOn: '2026-01-30' as TaipeiDate,
};
const name = 'part-0001.csv';

interface Draft {
  csv: string;
  manifest: Record<string, unknown>;
  files: Map<string, Uint8Array>;
  /** Whether the manifest is made to fit the CSV after the edit. */
  refit: boolean;
}

function answerWith(edit: (draft: Draft) => void): ReadonlyMap<string, Uint8Array> {
  const draft: Draft = {
    csv: 'seq,result\r\n1,00\r\n2,R05\r\n3,B01\r\n',
    manifest: JSON.parse(Buffer.from(rosterManifest(identity, [])).toString()) as Record<string, unknown>,
    files: new Map(),
    refit: true,
  };
  const fit = (): void => {
    const csv = Buffer.from(draft.csv);
    draft.files.set(name, csv);
    const sha256 = createHash('sha256').update(csv).digest('hex');
    draft.manifest.parts = [{ name, rows: draft.csv.split('\n').length - 2, sha256 }];
  };
  fit();
  const before = draft.csv;
  edit(draft);
  if (draft.csv !== before) {
    if (draft.refit) fit();
    else draft.files.set(name, Buffer.from(draft.csv));
  }
  if (!draft.files.has(manifestName))
    draft.files.set(manifestName, Buffer.from(JSON.stringify(draft.manifest)));
  return draft.files;
}

describe('readAnswer', () => {
  it('gives what MOI struck out', async () => {
    const answer = await answerIn(
      answerWith(() => undefined),
      identity,
      3,
    );
    expect(answer).toEqual({
      ok: true,
      value: new Map([
        [2, 'R05'],
        [3, 'B01'],
      ]),
    });
  });

  it('takes rows in any order, and an empty roster', async () => {
    const shuffled = answerWith((draft) => (draft.csv = 'seq,result\r\n3,00\r\n1,00\r\n2,00\r\n'));
    expect(await answerIn(shuffled, identity, 3)).toEqual({ ok: true, value: new Map() });
    const empty = new Map([[manifestName, rosterManifest(identity, [])]]);
    expect(await answerIn(empty, identity, 0)).toEqual({ ok: true, value: new Map() });
  });

  it.each<[string, (draft: Draft) => void, string, Record<string, unknown>]>([
    [
      'a part cut in a row',
      (d) => void ((d.csv = d.csv.slice(0, -3)), (d.refit = false)),
      'answer-cut-short',
      { file: name, line: 4 },
    ],
    [
      'a part cut after a row',
      (d) => void ((d.csv = d.csv.slice(0, -7)), (d.refit = false)),
      'answer-cut-short',
      { file: name, line: 4 },
    ],
    [
      'a row missing',
      (d) => (d.csv = 'seq,result\r\n1,00\r\n3,00\r\n'),
      'answer-row-missing',
      { file: name, line: 4, seq: 2 },
    ],
    [
      'a row twice',
      (d) => (d.csv = d.csv.replace('2,R05', '1,00')),
      'answer-row-repeated',
      { file: name, line: 3, seq: 1 },
    ],
    ['a row too many', (d) => (d.csv += '4,00\r\n'), 'answer-row-unknown', { file: name, line: 5, seq: 4 }],
    [
      'an unknown code',
      (d) => (d.csv = d.csv.replace('R05', 'R06')),
      'answer-code-unknown',
      { file: name, line: 3 },
    ],
    [
      'a code only we give',
      (d) => (d.csv = d.csv.replace('R05', 'E01')),
      'answer-code-unknown',
      { file: name, line: 3 },
    ],
    [
      'a leading zero',
      (d) => (d.csv = d.csv.replace('2,', '02,')),
      'answer-malformed',
      { file: name, line: 3 },
    ],
    [
      'LF for CRLF',
      (d) => (d.csv = d.csv.replaceAll('\r\n', '\n')),
      'answer-malformed',
      { file: name, line: 1 },
    ],
    ['a byte order mark', (d) => (d.csv = `\ufeff${d.csv}`), 'answer-malformed', { file: name, line: 1 }],
    ['no header', (d) => (d.csv = d.csv.slice(12)), 'answer-malformed', { file: name, line: 1 }],
    [
      'an empty line',
      (d) => (d.csv = d.csv.replace('\r\n2', '\r\n\r\n2')),
      'answer-malformed',
      { file: name, line: 3 },
    ],
    [
      'an edited result',
      (d) => void ((d.csv = d.csv.replace('R05', 'R01')), (d.refit = false)),
      'answer-digest-wrong',
      { file: name },
    ],
    [
      'a row the manifest does not count',
      (d) =>
        void (
          (d.csv = 'seq,result\r\n1,00\r\n2,00\r\n3,00\r\n'),
          (d.manifest.parts = [{ name, rows: 2, sha256: '0'.repeat(64) }]),
          (d.refit = false)
        ),
      'answer-malformed',
      { file: name, line: 4 },
    ],
    [
      'no manifest',
      (d) => d.files.set(manifestName, undefined as never),
      'answer-file-missing',
      { file: manifestName },
    ],
    ['no part', (d) => d.files.delete(name), 'answer-file-missing', { file: name }],
    ['a part the manifest leaves out', (d) => (d.manifest.parts = []), 'answer-file-missing', { file: name }],
    [
      'a part listed twice',
      (d) => (d.manifest.parts = [d.manifest.parts, d.manifest.parts].flat()),
      'answer-file-repeated',
      { file: name },
    ],
    [
      'a file too many',
      (d) => d.files.set('part-0002.csv', Buffer.from('')),
      'answer-file-unknown',
      { file: 'part-0002.csv' },
    ],
    [
      'a listed file too many',
      (d) => (d.manifest.parts = [{ name: 'x.csv', rows: 1, sha256: '0'.repeat(64) }]),
      'answer-file-unknown',
      { file: 'x.csv' },
    ],
    [
      'another batch',
      (d) => (d.manifest.batch = '0198c0de-0000-7000-8000-000000000002'),
      'answer-for-another-batch',
      { file: manifestName },
    ],
    ['another case', (d) => (d.manifest.case = '9002'), 'answer-for-another-batch', { file: manifestName }],
    ['another round', (d) => (d.manifest.round = 2), 'answer-for-another-batch', { file: manifestName }],
    [
      'another day',
      (d) => (d.manifest.submittedOn = '2026-01-31'),
      'answer-for-another-batch',
      { file: manifestName },
    ],
    [
      'an unknown version',
      (d) => (d.manifest.version = 2),
      'answer-manifest-malformed',
      { file: manifestName },
    ],
    [
      'an unknown member',
      (d) => (d.manifest.note = 'x'),
      'answer-manifest-malformed',
      { file: manifestName },
    ],
    [
      'parts that are no list',
      (d) => (d.manifest.parts = {}),
      'answer-manifest-malformed',
      { file: manifestName },
    ],
    [
      'a part that is no object',
      (d) => (d.manifest.parts = [1]),
      'answer-manifest-malformed',
      { file: manifestName },
    ],
    [
      'a part with a bad digest',
      (d) => (d.manifest.parts = [{ name, rows: 3, sha256: 'AB' }]),
      'answer-manifest-malformed',
      { file: manifestName },
    ],
    [
      'a part whose name is no text',
      (d) => (d.manifest.parts = [{ name: 1, rows: 3, sha256: '' }]),
      'answer-manifest-malformed',
      { file: manifestName },
    ],
    [
      'a manifest that is no JSON',
      (d) => d.files.set(manifestName, Buffer.from('{')),
      'answer-manifest-malformed',
      { file: manifestName },
    ],
    [
      'a manifest that is no object',
      (d) => d.files.set(manifestName, Buffer.from('[]')),
      'answer-manifest-malformed',
      { file: manifestName },
    ],
    [
      'a manifest that names the batch twice',
      (d) => {
        const text = JSON.stringify(d.manifest);
        d.files.set(manifestName, Buffer.from(text.replace('{', '{"batch":"another",')));
      },
      'answer-manifest-malformed',
      { file: manifestName },
    ],
    [
      'a manifest too long',
      (d) => d.files.set(manifestName, Buffer.alloc(1_000_001, ' ')),
      'answer-manifest-malformed',
      { file: manifestName },
    ],
  ])('refuses %s', async (_what, edit, code, values) => {
    expect(await answerIn(answerWith(edit), identity, 3)).toEqual({ ok: false, failure: { code, values } });
  });
});
