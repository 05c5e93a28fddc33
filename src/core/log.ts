/** Where operators are told what they must know, one JSON line each; pino fits. Never hand it personal data. */
export interface Log {
  error(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  info(fields: object, message: string): void;
}

/** Injection token for {@link Log}. */
export const LOG = Symbol('Log');

/** What of an unexpected error may be logged. */
interface BugDescription {
  readonly type: string;
  readonly code?: string;
  /** The stack's frames, without the message above them. */
  readonly frames: readonly string[];
}

/**
 * An error as the log may see it: its class, its code and where it was thrown. Never its message or other properties:
 * a database driver, for one, quotes parameters there.
 */
export function describeBug(error: unknown): BugDescription {
  if (!(error instanceof Error)) return { type: typeof error, frames: [] };
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {};
  return { type: error.constructor.name, ...code, frames: stackFrames(error.stack) };
}

/** The lines of a stack that say where; the message above them is left out. */
export function stackFrames(stack = ''): readonly string[] {
  const frames = stack.split('\n').filter((line) => /^\s+at /.test(line));
  return frames.map((line) => line.trim());
}
