import { type CliTextKey, isCliTextKey } from '../../messages/index.js';
import { displayWidth, padded } from '../display-width.js';
import type { TerminalNarrator } from '../narration.js';

/** A story that was played, as far as the command tells of it. */
export interface PlayedStory {
  readonly summary: {
    readonly case: string;
    readonly round: number;
    readonly attempts: number;
    readonly accepted: number;
    readonly refused: Readonly<Record<string, number>>;
    readonly submitted: number;
    readonly electronicValid: number;
    readonly struckOut: Readonly<Record<string, number>>;
    readonly threshold: number;
    readonly determination: string;
  };
  readonly surprises: readonly {
    readonly index: number;
    readonly scenario: string;
    readonly expected: string;
    readonly found: string;
  }[];
  readonly outcomes: readonly {
    readonly acknowledged?: { readonly commitment: string; readonly receipt: string };
  }[];
}

type Row = readonly [label: string, value: string];

/** Prints the numbers of a story as a table, and whether each attempt came to what its scenario says. */
export function tellOutcome({ summary, surprises }: PlayedStory, narrator: TerminalNarrator): void {
  narrator.heading('demo.outcome');
  const rows = rowsOf(summary, narrator);
  const labels = Math.max(...rows.map(([label]) => displayWidth(label)));
  const values = Math.max(...rows.map(([, value]) => (/^\d+$/.test(value) ? value.length : 0)));
  for (const [label, value] of rows) narrator.line(`  ${padded(label, labels)}  ${value.padStart(values)}`);
  for (const { index, scenario, expected, found } of surprises)
    narrator.tell('demo.surprise', { index, scenario, expected, found });
  if (surprises.length === 0) narrator.tell('demo.as-planned');
}

function rowsOf(summary: PlayedStory['summary'], narrator: TerminalNarrator): readonly Row[] {
  const row = (key: CliTextKey, value: number | string): Row => [narrator.label(key), String(value)];
  const refused = Object.values(summary.refused).reduce((sum, number) => sum + number, 0);
  const struckOut = Object.values(summary.struckOut).reduce((sum, number) => sum + number, 0);
  return [
    row('demo.case', summary.case),
    row('demo.round', summary.round),
    row('demo.attempts', summary.attempts),
    row('demo.refused', refused),
    ...byCode(summary.refused),
    row('demo.accepted', summary.accepted),
    row('demo.submitted', summary.submitted),
    row('demo.struck-out', struckOut),
    ...byCode(summary.struckOut),
    row('demo.electronic-valid', summary.electronicValid),
    row('demo.threshold', summary.threshold),
    row('demo.determination', determination(summary.determination, narrator)),
  ];
}

function byCode(numbers: Readonly<Record<string, number>>): readonly Row[] {
  return Object.entries(numbers).map(([code, number]): Row => [`  ${code}`, String(number)]);
}

function determination(code: string, narrator: TerminalNarrator): string {
  const key = `determination.${code}`;
  return isCliTextKey(key) ? narrator.label(key) : code;
}
