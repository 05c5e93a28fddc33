import { OperatorError } from './failure.js';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** The exit code of a shell for a command that Ctrl-C ended. */
const interruptedExitCode = 130;

/** The error for a command that was interrupted. `folder` is what it had begun to write. */
export function interrupted(folder?: string): OperatorError {
  return folder === undefined
    ? new OperatorError('interrupted', undefined, interruptedExitCode)
    : new OperatorError('export-interrupted', { folder }, interruptedExitCode);
}

/**
 * Runs work that can be ended in order by Ctrl-C, `kill` or a closed terminal: its AbortSignal then aborts. A second Ctrl-C has no
 * further effect.
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
