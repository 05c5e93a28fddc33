import path from 'node:path';
import { expect } from '@jest/globals';
import { type DemoRun, jsonLines, type PersonLine } from './demo-process.js';

const isStruckOut = ({ expect: expected }: PersonLine): boolean => /^[A-Z]\d\d$/.test(expected);
const isAccepted = (line: PersonLine): boolean => line.expect === 'accepted' || isStruckOut(line);

/** What the demo must come to, from `people.jsonl` and nothing else. */
function truthOf(people: readonly PersonLine[]): Record<string, unknown> {
  const tally = (lines: readonly PersonLine[]): Record<string, number> => {
    const counts: Record<string, number> = {};
    for (const { expect: code } of lines) counts[code] = (counts[code] ?? 0) + 1;
    return counts;
  };
  const accepted = people.filter(isAccepted);
  return {
    attempts: people.length,
    accepted: accepted.length,
    submitted: accepted.length,
    refused: tally(people.filter((line) => !isAccepted(line))),
    electronicValid: people.filter(({ expect: code }) => code === 'accepted').length,
    struckOut: tally(people.filter(isStruckOut)),
  };
}

/** A line of `paper.jsonl`. */
interface PaperLine {
  readonly expect: string;
}

/** What the paper rows must come to, and both kinds together; nothing where the case isn't accepted. */
function jointTruthOf(people: readonly PersonLine[], rows: readonly PaperLine[]): Record<string, unknown> {
  const struckOut: Record<string, number> = {};
  for (const { expect: code } of rows) if (code !== 'accepted') struckOut[code] = (struckOut[code] ?? 0) + 1;
  const valid = rows.filter(({ expect: code }) => code === 'accepted').length;
  return {
    paper: { submitted: rows.length, valid, struckOut },
    joint: {
      submitted: people.filter(isAccepted).length + rows.length,
      valid: people.filter(({ expect: code }) => code === 'accepted').length + valid,
    },
  };
}

/** Holds a demo's last line against the files that say what it must come to. */
export async function expectWhatItsFilesSay(demo: DemoRun, citizens: number): Promise<void> {
  const people = await jsonLines<PersonLine>(path.join(demo.out, 'people.jsonl'));
  expect(people).toHaveLength(citizens);
  const rows = await jsonLines<PaperLine>(path.join(demo.out, 'paper.jsonl'));
  expect(rows).toHaveLength(Math.floor(citizens / 3));
  expect(demo.summary).toMatchObject({ ...truthOf(people), ...jointTruthOf(people, rows) });
  expect(Object.keys(demo.summary)).toEqual([
    ...['case', 'round', 'attempts', 'accepted', 'refused', 'submitted'],
    ...['electronicValid', 'struckOut', 'threshold', 'determination', 'paper', 'joint', 'remedies'],
  ]);
  const remedies = await jsonLines<{ kind: string }>(path.join(demo.out, 'remedies.jsonl'));
  const of = (kind: string): number => remedies.filter((each) => each.kind === kind).length;
  expect(demo.summary.remedies).toMatchObject({
    misuse: { reported: of('misuse'), upheld: of('misuse') },
    objection: { filed: of('objection'), upheld: of('objection') },
    ...(remedies.length === 0 ? {} : { corrected: { version: 2, determination: 'established' } }),
  });
  expect(demo.summary.determination).toBe(citizens === 0 ? 'not-accepted' : 'established');
}
