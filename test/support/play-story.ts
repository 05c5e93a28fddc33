/** `play-story.ts HOME OUT CITIZENS SEED`: plays the demo's story with everything logged, says `played`, and ends when its standard input does. */
import { once } from 'node:events';
import 'reflect-metadata';
import { TerminalReporter } from '../../src/cli/terminal-reporter.js';
import { runDemo } from '../../src/demo.js';

const [home, out, citizens, seed] = process.argv.slice(2);
const { LIANSHU_DEMO_KEYS: keys } = process.env;
const demo = await runDemo(
  {
    home: home!,
    out: out!,
    citizens: Number(citizens),
    seed: seed!,
    logLevel: 'debug',
    ...(keys === undefined ? {} : { keys }),
  },
  new TerminalReporter(process.stdout, ['zh-TW', 'en']),
  new AbortController().signal,
);
process.stdout.write(`${JSON.stringify(demo.story.mismatches)}\nplayed\n`);
await once(process.stdin.resume(), 'end');
await demo.stop();
