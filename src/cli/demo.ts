import path from 'node:path';
import { type Command, InvalidArgumentError } from 'commander';
import { TerminalNarrator } from './narration.js';
import { untilToldToEnd } from './serve.js';

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
  ): Promise<PlayedDemo>;
}

interface PlayedDemo {
  readonly story: {
    readonly summary: object;
    readonly surprises: readonly {
      readonly index: number;
      readonly scenario: string;
      readonly expected: string;
      readonly found: string;
    }[];
  };
  readonly address: string;
  stop(): Promise<void>;
}

interface Options {
  readonly citizens: number;
  readonly seed: string;
  readonly out: string;
  readonly headless?: true;
  readonly json?: true;
}

const mostCitizens = 100_000;

/** `lianshu demo`: plays the whole story with synthetic people; stays up unless it is headless. */
export function registerDemo(program: Command, load: () => Promise<DemoRun>): void {
  program
    .command('demo')
    .description('以虛擬人物演示整個流程 · play the whole story with synthetic people')
    .option('--citizens <n>', '連署嘗試的次數 · number of attempts to co-sign', citizensOf, 300)
    .option('--seed <seed>', '同一種子，同一故事 · the same seed tells the same story', 'lianshu')
    .option('--out <dir>', '結果放在哪裡 · where to leave the results', path.join('.lianshu', 'story'))
    .option('--headless', '演完即結束 · end when the story is over')
    .option('--json', '最後一行印出 JSON · print a JSON object as the last line')
    .action(async (options: Options) => run(options, await load()));
}

function citizensOf(text: string): number {
  const citizens = Number(text);
  if (!/^\d{1,6}$/.test(text) || citizens > mostCitizens) {
    throw new InvalidArgumentError(
      `請給 0 到 ${String(mostCitizens)} 的整數 · a whole number from 0 to ${String(mostCitizens)}`,
    );
  }
  return citizens;
}

async function run(options: Options, play: DemoRun): Promise<void> {
  const narrator = new TerminalNarrator(options.json === true ? process.stderr : process.stdout);
  const settings = {
    citizens: options.citizens,
    seed: options.seed,
    out: path.resolve(options.out),
    home: path.resolve(process.env.LIANSHU_HOME ?? path.join('.lianshu', 'demo')),
    ...(options.headless === true ? {} : { port: 3000 }),
  };
  const demo = await play(settings, narrator);
  tellOutcome(demo, settings.out, narrator);
  if (options.headless !== true) await untilInterrupted(demo.address, narrator);
  await demo.stop();
  if (options.json === true) console.log(JSON.stringify(demo.story.summary));
}

function tellOutcome({ story }: PlayedDemo, out: string, narrator: TerminalNarrator): void {
  narrator.chapter('結果', 'The outcome');
  const { summary, surprises } = story;
  for (const [name, value] of Object.entries(summary)) narrator.say(name, JSON.stringify(value));
  for (const { index, scenario, expected, found } of surprises) {
    narrator.say(`不符預期：第 ${String(index)} 筆 ${scenario}`, `expected ${expected}, found ${found}`);
  }
  if (surprises.length > 0) process.exitCode = 1;
  else narrator.say('每一次嘗試的結果都與劇本相符', 'Every attempt came to what its scenario says');
  narrator.say(`可供自行查核的檔案在 ${out}`, `All that is needed to check it by hand is in ${out}`);
}

async function untilInterrupted(address: string, narrator: TerminalNarrator): Promise<void> {
  narrator.chapter('平台仍在執行，按 Ctrl-C 結束', 'The platform stays up; Ctrl-C ends everything');
  narrator.say('API 說明', `${address}/api/openapi.json`);
  narrator.say('健康狀態', `${address}/api/v1/health`);
  narrator.say('本案', `${address}/api/v1/cases/9001`);
  narrator.say('公布的結果', `${address}/api/v1/cases/9001/result`);
  await untilToldToEnd();
}
