import type { Command } from 'commander';
import { aborted, interruptible } from './interruption.js';
import type { Translator } from './translator.js';

/** A running worker. */
export interface Working {
  readonly threads: number;
  stop(): Promise<void>;
}

/** `lianshu worker`: works on the batches of checks until a signal ends it, after what it is at. */
export function registerWorker(
  program: Command,
  translator: Translator,
  start: () => Promise<Working>,
): void {
  program
    .command('worker')
    .description(translator.text('help.worker'))
    .action(() =>
      interruptible(async (signal) => {
        const worker = await start();
        console.error(translator.text('worker.ready', { threads: worker.threads }));
        await aborted(signal);
        console.error(translator.text('worker.ending'));
        await worker.stop();
      }),
    );
}
