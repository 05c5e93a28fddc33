import type { Command } from 'commander';

/** `lianshu migrate`: brings the database up to date. `migrate` answers the names of what it ran. */
export function registerMigrate(program: Command, migrate: () => Promise<readonly string[]>): void {
  program
    .command('migrate')
    .description('更新資料庫結構 · bring the database up to date')
    .option('--json', '印出 JSON · print JSON')
    .action(async ({ json }: { readonly json?: true }) => {
      const ran = await migrate();
      if (json === true) console.log(JSON.stringify({ ran }));
      else if (ran.length === 0) console.log('資料庫已是最新。 The database is up to date.');
      else console.log(`已執行 · ran:\n${ran.map((name) => `  ${name}`).join('\n')}`);
    });
}
