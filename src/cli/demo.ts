import path from 'node:path';
import { type Command, InvalidArgumentError } from 'commander';
import type { Language } from '../messages/index.js';
import { commandLineHere, type PlayedStory, tellOutcome, tellSuggestions } from './demo-report.js';
import { aborted, interrupted, interruptible } from './interruption.js';
import { TerminalNarrator } from './narration.js';
import { languages, type Voice } from './voice.js';

/** What the command needs of the demo: the composition root hands it in. */
export interface DemoRun {
  (
    settings: {
      readonly citizens: number;
      readonly seed: string;
      readonly out: string;
      readonly home: string;
      readonly port?: number;
    },
    narrator: TerminalNarrator,
    signal: AbortSignal,
  ): Promise<PlayedDemo>;
}

interface PlayedDemo {
  readonly story: PlayedStory;
  readonly address: string;
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
 * `lianshu demo`: plays the whole story with synthetic people; stays up unless it is headless. Without `--lang` it speaks both languages:
 * whoever sees it first may read either.
 */
export function registerDemo(program: Command, voice: Voice, load: () => Promise<DemoRun>): void {
  program
    .command('demo')
    .description(voice.say('help.demo'))
    .option('--citizens <n>', voice.say('option.citizens'), (text: string) => citizensOf(text, voice), 300)
    .option('--seed <seed>', voice.say('option.seed'), 'lianshu')
    .option('--out <dir>', voice.say('option.demo-out'), path.join('.lianshu', 'story'))
    .option('--headless', voice.say('option.headless'))
    .option('--json', voice.say('option.demo-json'))
    .action(async (_own: Options, command: Command) => {
      const options: Options = command.optsWithGlobals();
      const play = await load();
      await interruptible((signal) => run(options, play, signal));
    });
}

function citizensOf(text: string, voice: Voice): number {
  const citizens = Number(text);
  if (!/^\d{1,6}$/.test(text) || citizens > mostCitizens)
    throw new InvalidArgumentError(voice.say('usage.citizens', { most: mostCitizens }));
  return citizens;
}

async function run(options: Options, play: DemoRun, signal: AbortSignal): Promise<void> {
  const stream = options.json === true ? process.stderr : process.stdout;
  const narrator = new TerminalNarrator(stream, options.lang === undefined ? languages : [options.lang]);
  const settings = {
    citizens: options.citizens,
    seed: options.seed,
    out: path.resolve(options.out),
    // A folder of the demo's own, as it is emptied first: LIANSHU_HOME itself may hold a platform's keys.
    home: path.resolve(process.env.LIANSHU_HOME ?? '.lianshu', 'demo'),
    ...(options.headless === true ? {} : { port: wantedPort }),
  };
  const demo = await played(settings, play, narrator, signal);
  tellOutcome(demo.story, narrator);
  if (demo.story.surprises.length > 0) process.exitCode = 1;
  tellSuggestions(demo.story, settings.out, commandLineHere(), narrator);
  if (options.headless !== true) await untilInterrupted(demo.address, narrator, signal);
  await demo.stop();
  if (options.headless !== true) narrator.tell('demo.ended');
  if (options.json === true) console.log(JSON.stringify(demo.story.summary));
}

async function played(
  settings: Parameters<DemoRun>[0],
  play: DemoRun,
  narrator: TerminalNarrator,
  signal: AbortSignal,
): Promise<PlayedDemo> {
  const sayEnding = (): void => {
    narrator.tell('demo.ending');
    narrator.fallSilent();
  };
  signal.addEventListener('abort', sayEnding, { once: true });
  try {
    return await play(settings, narrator, signal);
  } catch (error) {
    throw signal.aborted ? interrupted() : error;
  } finally {
    signal.removeEventListener('abort', sayEnding);
  }
}

async function untilInterrupted(
  address: string,
  narrator: TerminalNarrator,
  signal: AbortSignal,
): Promise<void> {
  narrator.heading('demo.stays-up');
  if (new URL(address).port !== String(wantedPort)) narrator.tell('demo.another-port', { port: wantedPort });
  for (const [key, place] of [
    ['demo.api', 'api/openapi.json'],
    ['demo.health', 'api/v1/health'],
    ['demo.this-case', 'api/v1/cases/9001'],
    ['demo.result', 'api/v1/cases/9001/result'],
  ] as const)
    narrator.line(`  ${address}/${place}  ${narrator.label(key)}`);
  await aborted(signal);
  narrator.tell('demo.ending');
}
