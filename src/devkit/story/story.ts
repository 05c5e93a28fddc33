import type { RoundOrdinal } from '../../core/identifiers.js';
import { isStruckOut } from '../scenarios/expectation.js';
import { revokeBefore } from '../scenarios/perform.js';
import { check, type CheckedStory } from './checking.js';
import { type AttemptOutcome, collect } from './collecting.js';
import { openRounds } from './opening.js';
import { register } from './registration.js';
import type { Scene } from './scene.js';
import { submit } from './submission.js';

/** What a story comes to, in numbers. */
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
}

/** A story that has been played. */
export interface Story {
  readonly summary: StorySummary;
  readonly outcomes: readonly AttemptOutcome[];
  /** Sealed records by commitment (hex). */
  readonly records: ReadonlyMap<string, Uint8Array>;
  /** PKCS #8, DER. */
  readonly roundKey: Uint8Array;
  readonly checked: CheckedStory;
  /** Attempts that came to something else than their scenarios say; none, in a system that works. */
  readonly surprises: readonly Surprise[];
}

/** Plays the whole story over HTTP: register, open, co-sign, submit, check, publish. */
export async function play(scene: Scene): Promise<Story> {
  const anHourAgo = new Date(scene.clock.now().getTime() - 3_600_000);
  revokeBefore(scene.attempts, scene.pki, anHourAgo);
  await scene.publishLists();
  const cases = await register(scene);
  await openRounds(scene, cases);
  const outcomes = await collect(scene);
  const { records, roundKey, ...submitted } = await submit(scene, cases.main);
  const checked = await check(scene);
  const accepted = checked.determination !== 'not-accepted';
  const surprises = await askAfterReceipts(scene, outcomes, accepted);
  const { electronicValid, struckOut, determination } = checked;
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
  };
  return { summary, outcomes, records, roundKey, checked, surprises };
}

function tally(codes: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const code of codes.toSorted()) counts[code] = (counts[code] ?? 0) + 1;
  return counts;
}

interface ReceiptStatus {
  readonly status: string;
  readonly code?: string;
}

/** An attempt that came to something else than its scenario says. */
interface Surprise {
  readonly index: number;
  readonly scenario: string;
  readonly expected: string;
  readonly found: string;
}

/** Asks after every receipt and holds each attempt against its scenario. */
async function askAfterReceipts(
  { api }: Scene,
  outcomes: readonly AttemptOutcome[],
  checked: boolean,
): Promise<readonly Surprise[]> {
  const surprises: Surprise[] = [];
  for (const { attempt, outcome, acknowledged } of outcomes) {
    let found = outcome;
    if (acknowledged !== undefined && checked) {
      const { status, code } = await api.get<ReceiptStatus>(`receipts/${acknowledged.commitment}`);
      found = status === 'counted' ? 'accepted' : (code ?? status);
    }
    const expected = checked || !isStruckOut(attempt.expect) ? attempt.expect : 'accepted';
    if (found !== expected) {
      surprises.push({ index: attempt.index, scenario: attempt.scenario, expected, found });
    }
  }
  return surprises;
}
