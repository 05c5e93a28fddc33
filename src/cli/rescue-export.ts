import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Command } from 'commander';
import { parseCaseNumber } from '../cases/index.js';
import type { CaseNumber } from '../core/identifiers.js';
import { type RescueFile, rescueFiles, type RescueSource } from '../lead/index.js';
import { commandGroup } from './command-group.js';

interface Options {
  readonly case: string;
  readonly out: string;
  readonly databaseUrl?: string;
}

/** How the command reaches the database; the root that knows the adapters hands it in. */
export type OpenRescueSource = (databaseUrl: string) => Promise<RescueSource & { close(): Promise<void> }>;

/**
 * `lianshu rescue export`: the sealed records and the wrapped key of a case, straight from the database or a backup, for the
 * lead to decrypt offline when the platform is down on the last day (REG 11). Everything written is sealed or public.
 */
export function registerRescueExport(program: Command, open: OpenRescueSource): void {
  commandGroup(program, 'rescue', 'when the platform is down')
    .command('export')
    .description('write a case’s sealed records and wrapped key from the database, for the lead (REG 11)')
    .requiredOption('--case <number>', 'the case number')
    .requiredOption('--out <folder>', 'folder to write to; it must not exist')
    .option('--database-url <url>', 'the database, or a restored backup; DATABASE_URL when not given')
    .action((options: Options) => run(options, open));
}

async function run(options: Options, open: OpenRescueSource): Promise<void> {
  const url = options.databaseUrl ?? process.env.DATABASE_URL;
  const number = parseCaseNumber(options.case);
  if (url === undefined) {
    failWith('Say which database: --database-url, or DATABASE_URL.');
  } else if (!number.ok) {
    failWith('A case number has 1 to 10 digits and does not begin with 0.');
  } else {
    const source = await open(url);
    await exportCase(source, number.value, options.out).finally(() => source.close());
  }
}

async function exportCase(source: RescueSource, number: CaseNumber, folder: string): Promise<void> {
  const written = await writeAll(rescueFiles(source, number), folder);
  if (written === 0) failWith(`There is no case ${number} in this database.`);
  else console.log(`${String(written)} files written to ${folder}. manifest.json says what is in them.`);
}

async function writeAll(files: AsyncIterable<RescueFile>, folder: string): Promise<number> {
  const made = new Set<string>();
  let written = 0;
  for await (const { name, content } of files) {
    // The first folder must be new: two exports mixed together would be neither.
    if (written === 0) await mkdir(folder, { mode: 0o700 });
    const file = path.join(folder, name);
    if (!made.has(path.dirname(file))) await mkdir(path.dirname(file), { recursive: true });
    made.add(path.dirname(file));
    await writeFile(file, content, { flag: 'wx', mode: 0o600 });
    written++;
  }
  return written;
}

function failWith(sentence: string): void {
  console.error(sentence);
  process.exitCode = 1;
}
