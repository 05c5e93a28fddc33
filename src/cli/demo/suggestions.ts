import path from 'node:path';
import type { CliTextKey } from '../../messages/index.js';
import type { TerminalNarrator } from '../narration.js';
import { shellWord } from '../shell-word.js';
import type { PlayedStory } from './outcome.js';

type Suggestion = readonly [what: CliTextKey, ...commands: readonly string[]];

/** How this program is called where it runs, as words for a shell. */
export function commandLineHere(program = process.argv[1], folder = process.cwd()): string {
  if (path.basename(program) === 'lianshu') return 'lianshu';
  const here = path.relative(folder, program);
  if (here === path.join('dist', 'src', 'cli.js')) return 'npx lianshu';
  return `node ${shellWord(here.startsWith('..') ? program : here)}`;
}

/** Prints what the reader can paste to check the story by hand; each works as it stands, from the folder the demo was started in. */
export function tellSuggestions(
  story: PlayedStory,
  out: string,
  lianshu: string,
  narrator: TerminalNarrator,
): void {
  const folder = fromHere(out);
  const found = suggestions(story, folder, lianshu);
  if (found.length === 0) return;
  narrator.heading('demo.check-it');
  narrator.tell('demo.files-in', { folder });
  for (const [what, ...commands] of found) {
    narrator.line('');
    for (const voice of narrator.voices) narrator.line(`  # ${voice.say(what)}`);
    for (const command of commands) narrator.line(`  ${command}`);
  }
}

/** Relative where it lies below the folder we are in. */
function fromHere(folder: string): string {
  const relative = path.relative(process.cwd(), folder);
  return relative === '' ? '.' : relative.startsWith('..') ? folder : relative;
}

/** The commands, as far as the story left something to check: a case that was not accepted has no result, and nobody may have co-signed. */
export function suggestions(
  { outcomes, summary }: PlayedStory,
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
      `${openssl} -decrypt -in ${record} -inkey ${file('round.key')} -out ${file('evidence.der')}`,
      `${openssl} -verify -in ${file('evidence.der')} -CAfile ${file('anchors.pem')} -purpose any -attime ${String(timeOf(receipt))}`,
    ],
    [
      'demo.try-record',
      `${lianshu} record open ${record} --key ${file('round.key')} --keys ${file('jwks.json')}`,
    ],
    ['demo.try-receipts', `${lianshu} receipt verify ${file('receipts.jsonl')} --keys ${file('jwks.json')}`],
  ];
}

/** When the record was taken in, seconds: the certificates of the story are judged as of then. */
function timeOf(receipt: string): number {
  const payload = Buffer.from(receipt.split('.')[1] ?? '', 'base64url').toString('utf8');
  return (JSON.parse(payload) as { readonly iat: number }).iat;
}

function resultSuggestions(file: FileWord, lianshu: string): readonly Suggestion[] {
  const commission = `--commission ${file('commission.pem')}`;
  return [
    ['demo.try-bundle', `${lianshu} audit verify ${file('bundle')} ${commission}`],
    [
      'demo.try-roster',
      `${lianshu} roster open ${file('roster', 'part-0001.csv.p7m')} --key ${file('moi.key')} --certificate ${file('moi.pem')} ${commission}`,
    ],
  ];
}
