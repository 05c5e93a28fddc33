import { type Command, InvalidArgumentError, Option } from 'commander';
import { type Part, parts } from '../core/served-parts.js';
import { aborted, interruptible } from './interruption.js';
import type { Translator } from './translator.js';

/** A running server. */
export interface Served {
  /** Undefined in one of several processes: the first of them says it for all. */
  readonly address: string | undefined;
  stop(): Promise<void>;
}

/** How to serve. */
export interface ServeOptions {
  /** How many processes listen; 1 is this one. */
  readonly processes: number;
  /** Which parts are served; all of them where left out. */
  readonly only?: readonly Part[];
}

/** More than any machine has use for. */
const mostProcesses = 64;

/** `lianshu serve`: serves the API until a signal ends it. A second signal has no further effect. */
export function registerServe(
  program: Command,
  translator: Translator,
  start: (options: ServeOptions) => Promise<Served>,
): void {
  program
    .command('serve')
    .description(translator.text('help.serve'))
    .option('--processes <number>', translator.text('help.serve-processes'), countOf(translator), 1)
    .addOption(new Option('--only <part...>', translator.text('help.serve-only')).choices(parts))
    .action((options: ServeOptions) =>
      interruptible(async (signal) => {
        const server = await start(options);
        const { address } = server;
        if (address !== undefined) console.error(translator.text('serve.ready', { address }));
        await aborted(signal);
        if (address !== undefined) console.error(translator.text('serve.ending'));
        await server.stop();
      }),
    );
}

const countOf =
  (translator: Translator) =>
  (text: string): number => {
    const count = Number(text);
    if (!/^[1-9][0-9]?$/.test(text) || count > mostProcesses)
      throw new InvalidArgumentError(translator.text('usage.processes', { most: mostProcesses }));
    return count;
  };
