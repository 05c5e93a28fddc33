import { isNativeError } from 'node:util/types';
import type { Failure } from '../core/result.js';
import { OperatorMistake } from './operator-mistake.js';
import { databaseMistake } from './failure/database.js';
import { fileMistake } from './failure/files.js';
import { listeningMistake } from './failure/listening.js';
import type { Voice } from './voice.js';

/**
 * The failure that whoever runs the command can mend behind an error that ended it; undefined where it is a bug. Values name files, ports
 * and addresses, never what is in them.
 */
export function diagnose(error: unknown): Failure | undefined {
  if (error instanceof OperatorMistake) return error.failure;
  if (!isNativeError(error)) return undefined;
  return startFailure(error) ?? listeningMistake(error) ?? databaseMistake(error) ?? fileMistake(error);
}

/** What the composition root throws when a start can't succeed; known by its shape, as no command may know the root. */
function startFailure(error: Error): Failure | undefined {
  return error.name === 'StartFailure' && 'failure' in error ? (error.failure as Failure) : undefined;
}

/** What to print of an error that ended a command: a sentence where it can be mended; for a bug the stack, without values. */
export function describeFailure(error: unknown, voice: Voice): string {
  const failure = diagnose(error);
  if (failure !== undefined) return voice.explain(failure);
  return [voice.say('bug'), ...stackOf(error)].join('\n');
}

/** The kind of error and where it arose; not its message, which may quote data. */
function stackOf(error: unknown): readonly string[] {
  if (!isNativeError(error)) return [typeof error];
  const frames = (error.stack ?? '').split('\n').filter((line) => /^ {4}at /.test(line));
  return [error.name, ...frames, ...(error.cause === undefined ? [] : stackOf(error.cause))];
}
