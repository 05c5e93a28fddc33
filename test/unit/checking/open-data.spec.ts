import { describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { OpenData, type PublishedCaseResult, withheld } from '../../../src/checking/index.js';
import { drawUpResult, resultBytes } from '../../../src/checking/result/result-document.js';
import { publicTally, electronicGroups, paperGroups } from '../../../src/checking/result/public-tally.js';
import type { CaseNumber, RoundId } from '../../../src/core/identifiers.js';
import type { TaipeiDate } from '../../../src/core/taipei-date.js';

/** A published result of a case, of which four electronic co-signatures fell by the evidence and 20 by the register. */
function published(index: number): PublishedCaseResult {
  const day = '2026-09-01' as TaipeiDate;
  const caseNumber = String(index) as CaseNumber;
  const result = drawUpResult({
    case: caseNumber,
    round: 1,
    electorTotal: 200,
    threshold: 3,
    submittedOn: day,
    determinedOn: day,
    electronic: publicTally({ submitted: 100, valid: 76, struckOut: { E03: 4, R01: 20 } }, electronicGroups),
    paper: publicTally({ submitted: 50, valid: 50, struckOut: {} }, paperGroups),
    earlierValid: 0,
    merkleRoot: '0'.repeat(64),
    keyStatementSha256: '1'.repeat(64),
    submissionStatementSha256: '2'.repeat(64),
  });
  return {
    caseNumber,
    mainText: '你是否同意，"延長" 開放？',
    roundId: '01950000-0000-7000-8000-000000000001' as RoundId,
    round: 1,
    result: resultBytes(result),
    signature: new Uint8Array(),
    version: 2,
    publishedOn: day,
    versions: [],
  };
}

const all = Array.from({ length: 401 }, (_, index) => published(index + 1));
const asked: number[] = [];
const openData = new OpenData({
  page: (after, limit) => {
    const from = Number(after?.caseNumber ?? 0);
    asked.push(from);
    return Promise.resolve(all.slice(from, from + limit));
  },
});

async function contentOf(form: 'csv' | 'json'): Promise<string> {
  const { content, size } = await openData.file(form);
  const pieces: Uint8Array[] = [];
  for await (const piece of content()) pieces.push(piece);
  const whole = Buffer.concat(pieces);
  expect(whole).toHaveLength(size);
  return whole.toString('utf8');
}

describe('OpenData', () => {
  it('reads all results, a page at a time, in both forms the same', async () => {
    const rows = parse(await contentOf('csv'), { columns: true, record_delimiter: '\r\n' });
    const { results } = JSON.parse(await contentOf('json')) as { results: Record<string, unknown>[] };
    expect(results.map((row) => row['case'])).toEqual(all.map(({ caseNumber }) => caseNumber));
    const texts = results.map((row) =>
      Object.fromEntries(Object.entries(row).map(([name, value]) => [name, String(value)])),
    );
    expect(rows).toEqual(texts);
    expect(new Set(asked)).toEqual(new Set([0, 200, 400]));
  });

  it('withholds what the result withholds, and says nothing where nothing fell', async () => {
    const { results } = JSON.parse(await contentOf('json')) as { results: Record<string, unknown>[] };
    expect(results[0]).toMatchObject({
      electronicSubmitted: 100,
      electronicValid: 76,
      electronicNotCountedEvidence: withheld,
      electronicNotCountedHouseholdRegister: withheld,
      electronicNotCountedRepeated: withheld,
      paperNotCountedPaperForm: 0,
      jointValid: 126,
      determination: 'established',
      resultVersion: 2,
      publishedOn: '2026-09-01',
    });
  });

  it('throws for a result that is none: it answers no half of the truth', async () => {
    const broken = new OpenData({ page: () => Promise.resolve([{ ...all[0]!, result: Buffer.from('{}') }]) });
    await expect(broken.file('csv')).rejects.toThrow('no result');
  });
});
