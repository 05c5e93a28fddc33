import { jest } from '@jest/globals';
import { type Backends, runCommandLine } from '../../../src/cli/command-line.js';
import { TypedAnswers } from './typed-answers.js';

/** What a command line printed, and what it exits with. */
interface Ran {
  readonly out: string;
  readonly error: string;
  readonly code: number;
}

const absent = (name: string) => (): never => {
  throw new Error(`the test hands in no ${name}`);
};

const nothing: Backends = {
  version: '0.0.0',
  serve: absent('server'),
  worker: absent('worker'),
  demo: absent('demo'),
  card: absent('cards'),
  migrate: absent('migration'),
  keyFiles: absent('key files'),
  staff: absent('staff'),
  auditExport: absent('audit log'),
  rescueSource: absent('database'),
  cards: { pkcs12: absent('card in a file'), pkcs11: absent('card behind a module') },
  officeKey: absent('key of an office'),
  terminal: new TypedAnswers([]),
};

/** Runs a command line in this process, in English unless told otherwise, on these backends. */
export async function runCli(
  words: readonly string[],
  backends: Partial<Backends> = {},
  environment: NodeJS.ProcessEnv = { LANG: 'en_US.UTF-8' },
): Promise<Ran> {
  const log = jest.spyOn(console, 'log').mockReturnValue();
  const error = jest.spyOn(console, 'error').mockReturnValue();
  const before = process.exitCode;
  process.exitCode = undefined;
  try {
    await runCommandLine(words, environment, { ...nothing, ...backends });
    const text = (spy: typeof log): string => spy.mock.calls.map((line) => line.join(' ')).join('\n');
    return { out: text(log), error: text(error), code: exitCode() };
  } finally {
    process.exitCode = before;
    log.mockRestore();
    error.mockRestore();
  }
}

/** Read through a function: what a command sets is not what was set here. */
function exitCode(): number {
  const { exitCode: code }: { exitCode?: number | string | null | undefined } = process;
  return Number(code ?? 0);
}
