import { type FileHandle, open, rm } from 'node:fs/promises';
import type { Command } from 'commander';
import { rosterHeader } from '../core/exchange/index.js';
import { certificateIn } from './input-files.js';
import { commandGroup } from './localized-command.js';
import {
  type OfficeAccess,
  officeKeyFrom,
  type OfficeKeyOptions,
  requireOfficeKey,
  withOfficeKey,
} from './office-key.js';
import { TerminalProgress } from './progress.js';
import { RosterFolder } from './roster-folder.js';
import { printable } from './terminal-text.js';
import type { Translator } from './translator.js';

interface Options extends OfficeKeyOptions {
  readonly commission: string;
  readonly out: string;
  readonly json?: true;
}

/** `lianshu moi open`: the Ministry opens a roster, verifies who signed it, and gets its rows as one CSV. A part is in memory at a time. */
export function registerMoiOpen(program: Command, translator: Translator, access: OfficeAccess): void {
  const command = commandGroup(program, 'moi', translator.text('help.moi'))
    .command('open')
    .description(translator.text('help.moi-open'))
    .argument('<folder>', translator.text('argument.roster-folder'));
  withOfficeKey(command, translator)
    .requiredOption('--commission <file>', translator.text('option.commission'))
    .requiredOption('--out <file>', translator.text('option.rows-out'))
    .option('--json', translator.text('option.json'))
    .action(async (folder: string, options: Options, used: Command) => {
      requireOfficeKey(options, used, translator);
      const key = await officeKeyFrom(options, access, translator);
      const commission = (await certificateIn(options.commission)).raw;
      const roster = await RosterFolder.open(folder, key, commission);
      await writeRows(roster, options.out, translator);
      print(roster, options, translator);
    });
}

/** Writes all rows into a new file that its owner alone can read. Where a part is refused, the file is removed again. */
async function writeRows(roster: RosterFolder, out: string, translator: Translator): Promise<void> {
  const file = await open(out, 'wx', 0o600);
  try {
    await copyRows(roster, file, translator);
  } catch (error) {
    await file.close();
    await rm(out, { force: true });
    throw error;
  }
  await file.close();
}

async function copyRows(roster: RosterFolder, file: FileHandle, translator: Translator): Promise<void> {
  const progress = new TerminalProgress(translator.text('progress.rows'));
  try {
    await file.write(`${rosterHeader}\r\n`);
    let done = 0;
    for await (const { rows } of roster.parts()) {
      await file.write(rows.map(([seq, nationalId]) => `${seq},${nationalId}\r\n`).join(''));
      done += rows.length;
      progress.update(done, roster.rows);
    }
  } finally {
    progress.end();
  }
}

function print(
  { manifest, signer, rows }: RosterFolder,
  { out, json }: Options,
  translator: Translator,
): void {
  const { identity, parts } = manifest;
  const signedAt = signer.signedAt?.toISOString() ?? null;
  if (json === true) {
    const { subject, sha256: signerSha256 } = signer;
    const told = { ...identity, parts: parts.length, rows, signer: subject, signerSha256, signedAt, out };
    console.log(JSON.stringify(told));
    return;
  }
  console.log(translator.text('moi.roster', { case: identity.case, round: identity.round, rows }));
  console.log(translator.text('moi.submitted-on', { day: identity.submittedOn }));
  console.log(translator.text('roster.signer', { value: printable(signer.subject) }));
  console.log(translator.text('roster.signer-digest', { value: signer.sha256 }));
  if (signedAt !== null) console.log(translator.text('roster.signed-at', { value: signedAt }));
  console.log(translator.text('roster.expected'));
  console.log(translator.text('roster.not-judged'));
  console.log(translator.text('roster.written', { file: out }));
  console.log(translator.text('moi.next-answer'));
}
