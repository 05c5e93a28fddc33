import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Command } from 'commander';
import { registerReasons } from '../checking/index.js';
import {
  AnswerSheet,
  manifestBytes,
  manifestName,
  type ManifestPart,
  sealExchangeFile,
} from '../core/exchange/index.js';
import { readAnswers } from './answer-lines.js';
import { certificateIn } from './input-files.js';
import { commandGroup } from './localized-command.js';
import {
  type OfficeAccess,
  officeKeyFrom,
  type OfficeKeyOptions,
  officeSigner,
  requireOfficeKey,
  withOfficeKey,
} from './office-key.js';
import { TerminalProgress } from './progress.js';
import { RosterFolder } from './roster-folder.js';
import type { Translator } from './translator.js';

interface Options extends OfficeKeyOptions {
  readonly commission: string;
  readonly commissionDecryption: string;
  readonly out: string;
  readonly json?: true;
}

/**
 * `lianshu moi answer`: the Ministry signs its answers to a roster and seals them to the commission, in the files that the upload takes. The answers are
 * checked first, all of them: where one is at fault, nothing is written.
 */
export function registerMoiAnswer(program: Command, translator: Translator, access: OfficeAccess): void {
  const command = commandGroup(program, 'moi', translator.text('help.moi'))
    .command('answer')
    .description(translator.text('help.moi-answer'))
    .argument('<folder>', translator.text('argument.roster-folder'))
    .argument('<answers>', translator.text('argument.answers'));
  withOfficeKey(command, translator)
    .requiredOption('--commission <file>', translator.text('option.commission'))
    .requiredOption('--commission-decryption <file>', translator.text('option.answer-recipient'))
    .requiredOption('--out <folder>', translator.text('option.new-folder'))
    .option('--json', translator.text('option.json'))
    .action(async (folder: string, answers: string, options: Options, used: Command) => {
      requireOfficeKey(options, used, translator);
      const key = await officeKeyFrom(options, access, translator);
      const commission = (await certificateIn(options.commission)).raw;
      const recipient = (await certificateIn(options.commissionDecryption)).raw;
      const roster = await RosterFolder.open(folder, key, commission);
      const sheet = new AnswerSheet(roster.manifest.parts, registerReasons);
      await readAnswers(answers, sheet);
      const seal = (content: Uint8Array): Promise<Uint8Array> =>
        sealExchangeFile(content, officeSigner(key), new Date(), recipient);
      const files = await writeAnswer(roster, sheet, { seal, out: options.out, translator });
      print(roster, sheet, files, options, translator);
    });
}

interface Writing {
  readonly seal: (content: Uint8Array) => Promise<Uint8Array>;
  readonly out: string;
  readonly translator: Translator;
}

/** Writes the sealed files into a new folder, a part at a time; answers their names. */
async function writeAnswer(
  { manifest, rows }: RosterFolder,
  sheet: AnswerSheet,
  { seal, out, translator }: Writing,
): Promise<readonly string[]> {
  await mkdir(out, { mode: 0o700 });
  const write = async (name: string, content: Uint8Array): Promise<void> =>
    writeFile(path.join(out, name), await seal(content), { flag: 'wx' });
  const progress = new TerminalProgress(translator.text('progress.rows'));
  const entries: ManifestPart[] = [];
  let done = 0;
  try {
    for (const { entry, csv } of sheet.written()) {
      await write(entry.name, csv);
      entries.push(entry);
      done += entry.rows;
      progress.update(done, rows);
    }
    await write(manifestName, manifestBytes(manifest.identity, entries));
  } finally {
    progress.end();
  }
  return [...entries.map(({ name }) => name), manifestName];
}

function print(
  { manifest }: RosterFolder,
  { rows, counts }: AnswerSheet,
  files: readonly string[],
  { out: folder, json }: Options,
  translator: Translator,
): void {
  const { identity } = manifest;
  if (json === true) {
    console.log(JSON.stringify({ ...identity, rows, results: counts, folder, files }));
    return;
  }
  console.log(translator.text('moi.answered', { case: identity.case, round: identity.round, rows }));
  for (const [result, count] of Object.entries(counts))
    console.log(translator.text('moi.result-count', { result, count }));
  console.log(translator.text('moi.answer-written', { folder, files: files.length }));
}
