import path from 'node:path';
import { type CliTextKey, isCliTextKey } from '../messages/index.js';
import type { TerminalReporter } from './terminal-reporter.js';
import { displayWidth, padded, shellWord } from './terminal-text.js';

/** The results of the demo's story, as far as the command reports them. */
export interface ReportedStory {
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
    readonly paper: {
      readonly submitted: number;
      readonly valid: number;
      readonly struckOut: Readonly<Record<string, number>>;
    };
    readonly joint: { readonly submitted: number; readonly valid: number };
    readonly remedies: {
      readonly misuse: { readonly upheld: number };
      readonly objection: { readonly upheld: number };
      readonly corrected?: { readonly valid: number };
    };
  };
  readonly mismatches: readonly {
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

/** Prints the numbers of the story as a table, and whether the result of each attempt agrees with its scenario. */
export function printOutcome({ summary, mismatches }: ReportedStory, reporter: TerminalReporter): void {
  reporter.heading('demo.outcome');
  const rows = rowsOf(summary, reporter);
  const labels = Math.max(...rows.map(([label]) => displayWidth(label)));
  const values = Math.max(...rows.map(([, value]) => (/^\d+$/.test(value) ? value.length : 0)));
  for (const [label, value] of rows) reporter.line(`  ${padded(label, labels)}  ${value.padStart(values)}`);
  for (const { index, scenario, expected, found } of mismatches)
    reporter.sentence('demo.mismatch', { index, scenario, expected, found });
  if (mismatches.length === 0) reporter.sentence('demo.as-planned');
}

function rowsOf(summary: ReportedStory['summary'], reporter: TerminalReporter): readonly Row[] {
  const row = (key: CliTextKey, value: number | string): Row => [reporter.label(key), String(value)];
  const refused = Object.values(summary.refused).reduce((sum, number) => sum + number, 0);
  const struckOut = Object.values(summary.struckOut).reduce((sum, number) => sum + number, 0);
  return [
    row('demo.case', summary.case),
    row('demo.round', summary.round),
    row('demo.attempts', summary.attempts),
    row('demo.refused', refused),
    ...rowsByCode(summary.refused),
    row('demo.accepted', summary.accepted),
    row('demo.submitted', summary.submitted),
    row('demo.struck-out', struckOut),
    ...rowsByCode(summary.struckOut),
    row('demo.electronic-valid', summary.electronicValid),
    ...paperRowsOf(summary, reporter),
    row('demo.threshold', summary.threshold),
    row('demo.determination', determinationLabel(summary.determination, reporter)),
    ...remedyRowsOf(summary, reporter),
  ];
}

/** What was asked for after the result, and what the corrected one says; nothing where nothing was. */
function remedyRowsOf({ remedies }: ReportedStory['summary'], reporter: TerminalReporter): readonly Row[] {
  if (remedies.corrected === undefined) return [];
  const row = (key: CliTextKey, value: number): Row => [reporter.label(key), String(value)];
  return [
    row('demo.misuse', remedies.misuse.upheld),
    row('demo.objections', remedies.objection.upheld),
    row('demo.corrected-valid', remedies.corrected.valid),
  ];
}

function paperRowsOf({ paper, joint }: ReportedStory['summary'], reporter: TerminalReporter): readonly Row[] {
  const row = (key: CliTextKey, value: number): Row => [reporter.label(key), String(value)];
  return [
    row('demo.paper-submitted', paper.submitted),
    ...rowsByCode(paper.struckOut),
    row('demo.paper-valid', paper.valid),
    row('demo.joint-submitted', joint.submitted),
    row('demo.joint-valid', joint.valid),
  ];
}

function rowsByCode(numbers: Readonly<Record<string, number>>): readonly Row[] {
  return Object.entries(numbers).map(([code, number]): Row => [`  ${code}`, String(number)]);
}

function determinationLabel(code: string, reporter: TerminalReporter): string {
  const key = `determination.${code}`;
  return isCliTextKey(key) ? reporter.label(key) : code;
}

type Suggestion = readonly [what: CliTextKey, ...commands: readonly string[]];

/** The command that starts this program from the current folder, as words for a shell. */
export function commandLineHere(program = process.argv[1] ?? 'lianshu', folder = process.cwd()): string {
  if (path.basename(program) === 'lianshu') return 'lianshu';
  const here = path.relative(folder, program);
  if (here === path.join('dist', 'src', 'cli.js')) return 'npx lianshu';
  return `node ${shellWord(here.startsWith('..') ? program : here)}`;
}

/** Prints commands with which the reader can check the story. They can be pasted unchanged in the folder where the demo was started. */
export function printSuggestions(
  story: ReportedStory,
  out: string,
  lianshu: string,
  reporter: TerminalReporter,
): void {
  const folder = fromHere(out);
  const found = suggestions(story, folder, lianshu);
  if (found.length === 0) return;
  reporter.heading('demo.check-it');
  reporter.sentence('demo.files-in', { folder });
  for (const [what, ...commands] of found) {
    reporter.line('');
    for (const translator of reporter.translators) reporter.line(`  # ${translator.text(what)}`);
    for (const command of commands) reporter.line(`  ${command}`);
  }
}

/** The path, relative if it lies below the current folder. */
export function fromHere(folder: string): string {
  const relative = path.relative(process.cwd(), folder);
  return relative === '' ? '.' : relative.startsWith('..') ? folder : relative;
}

/** The commands. Some are missing if nobody co-signed, or if the case was not accepted and has no result. */
function suggestions(
  { outcomes, summary }: ReportedStory,
  folder: string,
  lianshu: string,
): readonly Suggestion[] {
  const file = (...parts: readonly string[]): string => shellWord(path.join(folder, ...parts));
  const acknowledged = outcomes.find((outcome) => outcome.acknowledged !== undefined)?.acknowledged;
  const checked = summary.determination !== 'not-accepted';
  return [
    ...(acknowledged === undefined ? [] : recordSuggestions(acknowledged, file, lianshu)),
    ...(checked ? resultSuggestions(file, lianshu) : []),
  ];
}

/** Where the evidence begins in a LeadRecord with a number: after 4 bytes of SEQUENCE, 3 of version and 12 of number. */
const evidenceOffset = '19';

type FileWord = (...parts: readonly string[]) => string;

function recordSuggestions(
  { commitment, receipt }: { readonly commitment: string; readonly receipt: string },
  file: FileWord,
  lianshu: string,
): readonly Suggestion[] {
  const record = file('records', `${commitment}.der`);
  const openssl = 'openssl cms -binary -inform DER';
  return [
    [
      'demo.try-open',
      `${openssl} -decrypt -in ${record} -inkey ${file('round.key')} -out ${file('lead-record.der')}`,
      `openssl asn1parse -inform DER -in ${file('lead-record.der')} -strparse ${evidenceOffset} -noout -out ${file('sealed-evidence.der')}`,
      `${openssl} -decrypt -in ${file('sealed-evidence.der')} -inkey ${file('commission-round.key')} -out ${file('evidence.der')}`,
      `${openssl} -verify -in ${file('evidence.der')} -CAfile ${file('anchors.pem')} -purpose any -attime ${String(timeOf(receipt))}`,
    ],
    [
      'demo.try-record',
      `${lianshu} record open ${record} --key ${file('round.key')} --commission-key ${file('commission-round.key')} --keys ${file('jwks.json')}`,
    ],
    ['demo.try-receipts', `${lianshu} receipt verify ${file('receipts.jsonl')} --keys ${file('jwks.json')}`],
  ];
}

/** The time in the receipt, in seconds since the epoch. openssl must validate the story's certificates at that time. */
function timeOf(receipt: string): number {
  const payload = Buffer.from(receipt.split('.')[1] ?? '', 'base64url').toString('utf8');
  return (JSON.parse(payload) as { readonly iat: number }).iat;
}

function resultSuggestions(file: FileWord, lianshu: string): readonly Suggestion[] {
  const commission = `--commission ${file('commission.pem')}`;
  const anchor = `--anchor ${file('anchors.pem')}`;
  return [
    ['demo.try-bundle', `${lianshu} audit verify ${file('bundle')} ${commission} ${anchor}`],
    ['demo.try-log', `${lianshu} audit verify ${file('audit.jsonl')} --keys ${file('jwks.json')} ${anchor}`],
    [
      'demo.try-roster',
      `${lianshu} roster open ${file('roster', 'part-0001.csv.p7m')} --key ${file('moi.key')} --certificate ${file('moi.pem')} ${commission}`,
    ],
  ];
}
