import path from 'node:path';
import { type Command, InvalidArgumentError } from 'commander';
import type { Language } from '../messages/index.js';
import { commandLineHere, type ReportedStory, printOutcome, printSuggestions } from './demo-report.js';
import { printPlay, type ReportedPlay } from './demo-play.js';
import { aborted, interrupted, interruptible } from './interruption.js';
import { TerminalReporter } from './terminal-reporter.js';
import { languages, type Translator } from './translator.js';

/** Runs the demo. The composition root provides it. */
export interface RunDemo {
  (
    settings: {
      readonly citizens: number;
      readonly seed: string;
      readonly out: string;
      readonly home: string;
      readonly port?: number;
      readonly play?: boolean;
      readonly keys?: string;
    },
    reporter: TerminalReporter,
    signal: AbortSignal,
  ): Promise<RunningDemo>;
}

interface RunningDemo {
  readonly story: ReportedStory;
  readonly address: string;
  readonly play: ReportedPlay | undefined;
  stop(): Promise<void>;
}

interface Options {
  readonly citizens: number;
  readonly seed: string;
  readonly out: string;
  readonly headless?: true;
  readonly json?: true;
  readonly lang?: Language;
}

const mostCitizens = 100_000;
const wantedPort = 3000;

/**
 * `lianshu demo`: runs the whole process with synthetic people, then stays up unless `--headless` is given. Without `--lang` it prints
 * both languages, because a first-time reader may read either.
 */
export function registerDemo(program: Command, translator: Translator, load: () => Promise<RunDemo>): void {
  program
    .command('demo')
    .description(translator.text('help.demo'))
    .option(
      '--citizens <n>',
      translator.text('option.citizens'),
      (text: string) => citizensOf(text, translator),
      300,
    )
    .option('--seed <seed>', translator.text('option.seed'), 'lianshu')
    .option('--out <dir>', translator.text('option.demo-out'), path.join('.lianshu', 'story'))
    .option('--headless', translator.text('option.headless'))
    .option('--json', translator.text('option.demo-json'))
    .action(async (_own: Options, command: Command) => {
      const options: Options = command.optsWithGlobals();
      const runDemo = await load();
      await interruptible((signal) => run(options, runDemo, signal));
    });
}

function citizensOf(text: string, translator: Translator): number {
  const citizens = Number(text);
  if (!/^\d{1,6}$/.test(text) || citizens > mostCitizens)
    throw new InvalidArgumentError(translator.text('usage.citizens', { most: mostCitizens }));
  return citizens;
}

async function run(options: Options, runDemo: RunDemo, signal: AbortSignal): Promise<void> {
  const { LIANSHU_DEMO_KEYS: keys } = process.env;
  const stream = options.json === true ? process.stderr : process.stdout;
  const reporter = new TerminalReporter(stream, options.lang === undefined ? languages : [options.lang]);
  const settings = {
    citizens: options.citizens,
    seed: options.seed,
    out: path.resolve(options.out),
    // The demo empties its folder first. LIANSHU_HOME itself may hold a platform's keys, so the demo has its own folder in it.
    home: path.resolve(process.env.LIANSHU_HOME ?? '.lianshu', 'demo'),
    ...(options.headless === true ? {} : { port: wantedPort, play: true }),
    ...(keys === undefined ? {} : { keys: path.resolve(keys) }),
  };
  const demo = await runUnlessInterrupted(settings, runDemo, reporter, signal);
  printOutcome(demo.story, reporter);
  if (demo.story.mismatches.length > 0) process.exitCode = 1;
  printSuggestions(demo.story, settings.out, commandLineHere(), reporter);
  if (options.headless !== true) await untilInterrupted(demo, reporter, signal);
  await demo.stop();
  if (options.headless !== true) reporter.sentence('demo.ended');
  if (options.json === true) console.log(JSON.stringify(demo.story.summary));
}

async function runUnlessInterrupted(
  settings: Parameters<RunDemo>[0],
  runDemo: RunDemo,
  reporter: TerminalReporter,
  signal: AbortSignal,
): Promise<RunningDemo> {
  const reportEnding = (): void => {
    reporter.sentence('demo.ending');
    reporter.mute();
  };
  signal.addEventListener('abort', reportEnding, { once: true });
  try {
    return await runDemo(settings, reporter, signal);
  } catch (error) {
    throw signal.aborted ? interrupted() : error;
  } finally {
    signal.removeEventListener('abort', reportEnding);
  }
}

async function untilInterrupted(
  { address, play }: RunningDemo,
  reporter: TerminalReporter,
  signal: AbortSignal,
): Promise<void> {
  if (play !== undefined) printPlay(play, address, reporter);
  reporter.heading('demo.stays-up');
  if (new URL(address).port !== String(wantedPort))
    reporter.sentence('demo.another-port', { port: wantedPort });
  for (const [key, place] of [
    ['demo.cases', ''],
    ['demo.result', 'api/v1/cases/9001/result'],
    ['demo.api', 'api/openapi.json'],
    ['demo.health', 'api/v1/health'],
  ] as const)
    reporter.line(`  ${address}/${place}  ${reporter.label(key)}`);
  await aborted(signal);
  reporter.sentence('demo.ending');
}
