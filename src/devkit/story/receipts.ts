import { isStruckOut } from '../scenarios/expectation.js';
import type { AttemptOutcome } from './collecting.js';
import type { Scene } from './scene.js';

interface ReceiptStatus {
  readonly status: string;
  readonly code?: string;
}

/** An attempt that came to something else than its scenario says. */
export interface Surprise {
  readonly index: number;
  readonly scenario: string;
  readonly expected: string;
  readonly found: string;
}

/** Asks after every receipt and holds each attempt against its scenario. */
export async function askAfterReceipts(
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
