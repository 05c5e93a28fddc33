import { CommanderError } from 'commander';
import { describeFailure, diagnose } from './failure.js';
import { ServerRefusal } from './lead-client.js';
import { usageExitCode } from './localized-command.js';
import { OperatorMistake } from './operator-mistake.js';
import { type Backends, createProgram } from './program.js';
import { languageFor, Voice } from './voice.js';

/**
 * Runs one command line and leaves `process.exitCode`: 0 done (undefined means it too); 1 what was checked doesn't hold, or it failed; 2
 * wrong usage; 130 interrupted. Whatever ends a command is said in one sentence; with `--json` as `{"failure":code}` on standard output.
 */
export async function runCommandLine(
  words: readonly string[],
  environment: NodeJS.ProcessEnv,
  backends: Backends,
): Promise<void> {
  const voice = new Voice(languageFor(words, environment));
  try {
    await createProgram(voice, backends).parseAsync(words, { from: 'user' });
  } catch (error) {
    process.exitCode = exitCodeOf(error);
    // Commander has said what it had to say.
    if (!(error instanceof CommanderError)) report(error, voice, words.includes('--json'));
  }
}

function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : usageExitCode;
  return error instanceof OperatorMistake ? error.exitCode : 1;
}

function report(error: unknown, voice: Voice, json: boolean): void {
  const failure = error instanceof ServerRefusal ? { code: error.code } : diagnose(error);
  if (json && failure !== undefined) {
    const { code, values } = { values: undefined, ...failure };
    console.log(JSON.stringify({ failure: code, values }));
  } else if (error instanceof ServerRefusal) {
    console.error(`${error.sentence} [${error.code}]`);
  } else {
    console.error(describeFailure(error, voice));
  }
}
