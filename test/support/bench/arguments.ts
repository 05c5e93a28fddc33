import { parseArgs } from 'node:util';

/** What a bench was told on its command line. */
interface BenchArguments {
  readonly count: number;
  /** Whether to print one JSON object in place of lines for people. */
  readonly json: boolean;
  /** Whether to write a processor profile, where a bench can. */
  readonly profile: boolean;
  /** How many processes the application is, where a bench can have several. */
  readonly processes: number;
  /** How many rows there are to be before, where a bench can make some; 0 by default. */
  readonly rows: number;
}

/** How often a bench does what it measures: what the number is called, what it is by default, and its least. */
interface Count {
  readonly name: string;
  readonly usual: number;
  readonly least: number;
}

const wholeNumber = /^[0-9]{1,7}$/;

/** Reads `[NAME] [--json] [--profile] [--processes N] [--rows N]`; undefined for anything else. */
export function readBenchArguments(
  words: readonly string[],
  { usual, least }: Pick<Count, 'usual' | 'least'>,
): BenchArguments | undefined {
  const options = {
    json: { type: 'boolean', default: false },
    profile: { type: 'boolean', default: false },
    processes: { type: 'string', default: '1' },
    rows: { type: 'string', default: '0' },
  } as const;
  try {
    const { values, positionals } = parseArgs({ args: [...words], options, allowPositionals: true });
    const [text = String(usual), ...more] = positionals;
    const count = wholeNumber.test(text) ? Number(text) : -1;
    const processes = /^[1-9][0-9]?$/.test(values.processes) ? Number(values.processes) : 0;
    const rows = wholeNumber.test(values.rows) ? Number(values.rows) : -1;
    const wrong = more.length > 0 || count < least || processes === 0 || rows < 0;
    return wrong ? undefined : { count, json: values.json, profile: values.profile, processes, rows };
  } catch {
    return undefined;
  }
}

/** The process's arguments. Where they can't be read, says how to give them, and ends with 2. */
export function benchArguments(bench: string, count: Count): BenchArguments {
  const given = readBenchArguments(process.argv.slice(2), count);
  if (given !== undefined) return given;
  const { name, usual, least } = count;
  process.stderr.write(
    `usage: npm run bench -- ${bench} [${name}] [--json]\n` +
      `${name}: a whole number from ${String(least)}; ${String(usual)} by default\n`,
  );
  process.exit(2);
}
