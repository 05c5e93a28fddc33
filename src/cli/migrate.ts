import type { Command } from 'commander';
import type { Translator } from './translator.js';

/** `lianshu migrate`: updates the database. `migrate` returns the names of the migrations that it ran. */
export function registerMigrate(
  program: Command,
  translator: Translator,
  migrate: () => Promise<readonly string[]>,
): void {
  program
    .command('migrate')
    .description(translator.text('help.migrate'))
    .option('--json', translator.text('option.json'))
    .action(async ({ json }: { readonly json?: true }) => {
      const ran = await migrate();
      if (json === true) console.log(JSON.stringify({ ran }));
      else if (ran.length === 0) console.log(translator.text('migrate.current'));
      else console.log([translator.text('migrate.ran'), ...ran.map((name) => `  ${name}`)].join('\n'));
    });
}
