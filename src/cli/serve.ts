import type { Command } from 'commander';

/** A server that was started. */
export interface Served {
  readonly address: string;
  stop(): Promise<void>;
}

/** `lianshu serve`: serves the API until it is told to end; a second signal is the same as the first. */
export function registerServe(program: Command, start: () => Promise<Served>): void {
  program
    .command('serve')
    .description('提供 API，設定見 docs/operations.md · serve the API; configured by environment variables')
    .action(async () => {
      const ended = untilToldToEnd();
      const server = await start();
      console.error(`連署平台已就緒 · listening: ${server.address}/api/v1`);
      await ended;
      await server.stop();
    });
}

/** Resolves at SIGINT, SIGTERM or SIGHUP. */
export async function untilToldToEnd(): Promise<void> {
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve());
  });
}
