import type { Command } from 'commander';
import { commandGroup } from './localized-command.js';
import type { Translator } from './translator.js';

/** The platform's key files, as two commands handle them. */
export interface KeyFiles {
  /** The folder of the keys. */
  readonly folder: string;
  /** Makes the keys that are not there, and answers the names of the files made. */
  make(): Promise<readonly string[]>;
  /** Puts a new intake key in the place of the old one, and answers where (the folder, or a token) and under which name the old one is kept. */
  rotate(): Promise<{ readonly place: string; readonly retired: string }>;
}

/** `lianshu init`: makes the platform's own keys, once, and says what to back up. The server itself never makes a key. */
export function registerInit(program: Command, translator: Translator, open: () => Promise<KeyFiles>): void {
  program
    .command('init')
    .description(translator.text('help.init'))
    .option('--json', translator.text('option.json'))
    .action(async ({ json }: { readonly json?: true }) => {
      const files = await open();
      const { folder } = files;
      const made = await files.make();
      if (json === true) console.log(JSON.stringify({ folder, made }));
      else console.log(initText(translator, folder, made));
    });
}

function initText(translator: Translator, folder: string, made: readonly string[]): string {
  if (made.length === 0) return translator.text('init.nothing', { folder });
  return [
    translator.text('init.made', { folder }),
    ...made.map((name) => `  ${name}`),
    translator.text('init.back-up', { folder }),
  ].join('\n');
}

/** `lianshu intake-key rotate`: replaces the key that countersigns evidence and signs receipts. Earlier receipts verify for ever. */
export function registerIntakeKey(
  program: Command,
  translator: Translator,
  open: () => Promise<KeyFiles>,
): void {
  commandGroup(program, 'intake-key', translator.text('help.intake-key'))
    .command('rotate')
    .description(translator.text('help.intake-key-rotate'))
    .option('--json', translator.text('option.json'))
    .action(async ({ json }: { readonly json?: true }) => {
      const files = await open();
      const { place: folder, retired } = await files.rotate();
      if (json === true) console.log(JSON.stringify({ folder, retired }));
      else console.log(translator.text('intake-key.rotated', { folder, retired }));
    });
}
