import type { Command } from 'commander';
import { aborted, interruptible } from './interruption.js';
import type { Translator } from './translator.js';

/** A running server. */
export interface Served {
  readonly address: string;
  stop(): Promise<void>;
}

/** `lianshu serve`: serves the API until a signal ends it. A second signal has no further effect. */
export function registerServe(program: Command, translator: Translator, start: () => Promise<Served>): void {
  program
    .command('serve')
    .description(translator.text('help.serve'))
    .action(() =>
      interruptible(async (signal) => {
        const server = await start();
        console.error(translator.text('serve.ready', { address: server.address }));
        await aborted(signal);
        console.error(translator.text('serve.ending'));
        await server.stop();
      }),
    );
}
