import type { RoundOrdinal } from '../../core/identifiers.js';
import { groupOfCode } from '../../core/reason-group.js';
import { type Expectation, isStruckOut } from '../scenarios/expectation.js';
import type { PlannedRemedy } from '../scenarios/plan-remedies.js';
import { revokeBefore } from '../scenarios/perform.js';
import { runCheck, type CheckOutcome } from './checking.js';
import { type AttemptOutcome, collectCoSignatures } from './collecting.js';
import { paperMismatches } from './paper.js';
import { openRounds } from './opening.js';
import { registerCases, type RegisteredCase } from './registration.js';
import { type RemediesOutcome, runRemedies } from './remedies.js';
import type { StoryContext } from './story-context.js';
import { submitRecords } from './submission.js';

/** The numbers of a story. */
interface StorySummary {
  readonly case: string;
  readonly round: RoundOrdinal;
  readonly attempts: number;
  readonly accepted: number;
  /** By code. */
  readonly refused: Readonly<Record<string, number>>;
  readonly submitted: number;
  readonly electronicValid: number;
  /** By reason. */
  readonly struckOut: Readonly<Record<string, number>>;
  readonly threshold: number;
  readonly determination: string;
  /** Paper rows: how many were handed in, how many count, and the others by reason. */
  readonly paper: CheckOutcome['paper'];
  /** Electronic and paper together. */
  readonly joint: CheckOutcome['joint'];
  /** What was asked for after the result, and the corrected result. The numbers above are of the first. */
  readonly remedies: RemediesOutcome;
}

/** The results of a story. */
export interface DemoStory {
  readonly summary: StorySummary;
  /** The case of the story, and the other one, which still collects. */
  readonly cases: { readonly main: RegisteredCase; readonly other: RegisteredCase };
  readonly outcomes: readonly AttemptOutcome[];
  /** Sealed records by commitment (hex). */
  readonly records: ReadonlyMap<string, Uint8Array>;
  /** PKCS #8, DER. */
  readonly roundKey: Uint8Array;
  readonly checked: CheckOutcome;
  /** The attempts whose result differs from their scenario. Empty if the system works. */
  readonly mismatches: readonly Mismatch[];
}

/** Runs the whole story over HTTP: register, open, co-sign, submit, check, publish. */
export async function runDemoStory(context: StoryContext): Promise<DemoStory> {
  const anHourAgo = new Date(context.clock.now().getTime() - 3_600_000);
  revokeBefore(context.attempts, context.pki, anHourAgo);
  await context.publishLists();
  const cases = await registerCases(context);
  await openRounds(context, cases);
  const outcomes = await collectCoSignatures(context);
  const { records, roundKey, ...submitted } = await submitRecords(context, cases.main);
  const checked = await runCheck(context);
  const accepted = checked.determination !== 'not-accepted';
  const mismatches = [
    ...(await findMismatches(context, outcomes, accepted)),
    ...(accepted ? await paperMismatches(context, cases.main, context.paperRows) : []),
  ];
  const { wrong, ...remedies } = await runRemedies(context, outcomes, accepted);
  mismatches.push(...wrong.map(remedyMismatch));
  const { electronicValid, struckOut, determination, paper, joint } = checked;
  const summary: StorySummary = {
    case: cases.main.number,
    round: submitted.round,
    attempts: outcomes.length,
    accepted: outcomes.filter(({ outcome }) => outcome === 'accepted').length,
    refused: tally(outcomes.map(({ outcome }) => outcome).filter((each) => each !== 'accepted')),
    submitted: submitted.submitted,
    electronicValid,
    struckOut,
    threshold: submitted.threshold,
    determination,
    paper,
    joint,
    remedies,
  };
  return { summary, cases, outcomes, records, roundKey, checked, mismatches };
}

function remedyMismatch({ kind, attempt, expect }: PlannedRemedy): Mismatch {
  return { index: attempt.index, scenario: kind, expected: expect, found: 'another verdict' };
}

function tally(codes: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const code of codes.toSorted()) counts[code] = (counts[code] ?? 0) + 1;
  return counts;
}

/** What the bearer of a receipt is told. */
interface BearerStatus {
  readonly status: string;
  readonly group?: string;
}

/** An attempt whose result differs from its scenario. */
interface Mismatch {
  readonly index: number;
  readonly scenario: string;
  readonly expected: string;
  readonly found: string;
}

/** Shows every receipt and compares what its bearer is told, a reason by its group, with the scenario of the attempt. */
async function findMismatches(
  { api }: StoryContext,
  outcomes: readonly AttemptOutcome[],
  checked: boolean,
): Promise<readonly Mismatch[]> {
  const mismatches: Mismatch[] = [];
  for (const { attempt, outcome, acknowledged } of outcomes) {
    let found: string = outcome;
    if (acknowledged !== undefined && checked) {
      const { receipt } = acknowledged;
      const { status, group } = await api.post<BearerStatus>('receipts/status', { receipt });
      found = status === 'counted' ? 'accepted' : (group ?? status);
    }
    const expected = toldOf(attempt.expect, checked);
    if (found !== expected) {
      mismatches.push({ index: attempt.index, scenario: attempt.scenario, expected, found });
    }
  }
  return mismatches;
}

/** What is told of an attempt: before the check nothing is struck out, and after it the group of the reason is named. */
function toldOf(expect: Expectation, checked: boolean): string {
  if (!isStruckOut(expect)) return expect;
  return checked ? (groupOfCode(expect) ?? 'unknown') : 'accepted';
}
