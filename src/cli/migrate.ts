import type { Command } from 'commander';
import type { Voice } from './voice.js';

/** `lianshu migrate`: brings the database up to date. `migrate` answers the names of what it ran. */
export function registerMigrate(
  program: Command,
  voice: Voice,
  migrate: () => Promise<readonly string[]>,
): void {
  program
    .command('migrate')
    .description(voice.say('help.migrate'))
    .option('--json', voice.say('option.json'))
    .action(async ({ json }: { readonly json?: true }) => {
      const ran = await migrate();
      if (json === true) console.log(JSON.stringify({ ran }));
      else if (ran.length === 0) console.log(voice.say('migrate.current'));
      else console.log([voice.say('migrate.ran'), ...ran.map((name) => `  ${name}`)].join('\n'));
    });
}
