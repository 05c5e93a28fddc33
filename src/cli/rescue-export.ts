import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type Command, InvalidArgumentError } from 'commander';
import { parseCaseNumber } from '../core/case-number.js';
import type { CaseNumber } from '../core/identifiers.js';
import { type RescueFile, rescueFiles, type RescueSource } from '../lead/index.js';
import { OperatorError } from './failure.js';
import { interrupted, interruptible } from './interruption.js';
import { commandGroup } from './localized-command.js';
import { TerminalProgress } from './progress.js';
import type { Translator } from './translator.js';

interface Options {
  readonly case: CaseNumber;
  readonly out: string;
  readonly databaseUrl?: string;
  readonly json?: true;
}

/** Opens the database. The composition root provides it. */
export type OpenRescueSource = (databaseUrl: string) => Promise<RescueSource & { close(): Promise<void> }>;

/**
 * `lianshu rescue export`: writes the sealed records and the wrapped key of a case directly from the database or a backup. The lead
 * decrypts them offline if the platform is down on the last day (REG 11). Everything that it writes is encrypted or public.
 */
export function registerRescueExport(program: Command, translator: Translator, open: OpenRescueSource): void {
  commandGroup(program, 'rescue', translator.text('help.rescue'))
    .command('export')
    .description(translator.text('help.rescue-export'))
    .requiredOption('--case <number>', translator.text('option.case'), (text: string) =>
      caseOf(text, translator),
    )
    .requiredOption('--out <folder>', translator.text('option.new-folder'))
    .option('--database-url <url>', translator.text('option.database-url'))
    .option('--json', translator.text('option.json'))
    .action(async (options: Options, command: Command) => {
      const url = options.databaseUrl ?? process.env.DATABASE_URL;
      if (url === undefined) command.error(translator.text('usage.database'));
      if (!isPostgresUrl(url)) throw new OperatorError('database-url-malformed');
      const source = await open(url);
      try {
        const files = await interruptible((signal) => exportCase(source, options, signal, translator));
        printSummary(files, options, translator);
      } finally {
        await source.close();
      }
    });
}

function caseOf(text: string, translator: Translator): CaseNumber {
  const number = parseCaseNumber(text);
  if (!number.ok) throw new InvalidArgumentError(translator.text('usage.case'));
  return number.value;
}

function isPostgresUrl(text: string): boolean {
  return URL.canParse(text) && /^postgres(ql)?:$/.test(new URL(text).protocol);
}

/** Writes the files. Returns how many. */
async function exportCase(
  source: RescueSource,
  { case: number, out }: Options,
  signal: AbortSignal,
  translator: Translator,
): Promise<number> {
  const progress = new TerminalProgress(translator.text('progress.files'));
  let written = 0;
  const folder = new NewFolder(out);
  try {
    for await (const file of rescueFiles(source, number)) {
      if (signal.aborted) throw interrupted(written === 0 ? undefined : out);
      await folder.write(file);
      progress.update(++written);
    }
  } finally {
    progress.end();
  }
  if (written === 0) throw new OperatorError('case-unknown', { case: number });
  return written;
}

/** A folder that must not exist before the first file, so that two exports are never mixed. */
class NewFolder {
  private readonly made = new Set<string>();

  constructor(private readonly folder: string) {}

  async write({ name, content }: RescueFile): Promise<void> {
    if (this.made.size === 0) await mkdir(this.folder, { mode: 0o700 });
    const file = path.join(this.folder, name);
    if (!this.made.has(path.dirname(file))) await mkdir(path.dirname(file), { recursive: true });
    this.made.add(path.dirname(file));
    await writeFile(file, content, { flag: 'wx', mode: 0o600 });
  }
}

function printSummary(files: number, { out, json }: Options, translator: Translator): void {
  if (json === true) console.log(JSON.stringify({ folder: out, files }));
  else console.log(translator.text('rescue-export.written', { files, folder: out }));
}
