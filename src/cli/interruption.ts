import { OperatorError } from './failure.js';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** What a shell calls the end by Ctrl-C. */
const interruptedExitCode = 130;

/** Ends a command that was interrupted before it was done. */
export function interrupted(folder?: string): OperatorError {
  return folder === undefined
    ? new OperatorError('interrupted', undefined, interruptedExitCode)
    : new OperatorError('export-interrupted', { folder }, interruptedExitCode);
}

/**
 * Runs work that ends in order when it is told to end (Ctrl-C, `kill`, a closed terminal): the signal it is handed aborts then, and
 * a second Ctrl-C is the same as the first.
 */
export async function interruptible<Value>(work: (signal: AbortSignal) => Promise<Value>): Promise<Value> {
  const controller = new AbortController();
  const abort = (): void => controller.abort();
  for (const signal of signals) process.on(signal, abort);
  try {
    return await work(controller.signal);
  } finally {
    for (const signal of signals) process.off(signal, abort);
  }
}

/** Resolves when the signal aborts. */
export async function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
}
