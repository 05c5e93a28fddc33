import type { Command } from 'commander';
import { aborted, interruptible } from './interruption.js';
import type { Voice } from './voice.js';

/** A server that was started. */
export interface Served {
  readonly address: string;
  stop(): Promise<void>;
}

/** `lianshu serve`: serves the API until it is told to end; a second signal is the same as the first. */
export function registerServe(program: Command, voice: Voice, start: () => Promise<Served>): void {
  program
    .command('serve')
    .description(voice.say('help.serve'))
    .action(() =>
      interruptible(async (signal) => {
        const server = await start();
        console.error(voice.say('serve.ready', { address: server.address }));
        await aborted(signal);
        console.error(voice.say('serve.ending'));
        await server.stop();
      }),
    );
}
