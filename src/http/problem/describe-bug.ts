/** What of an unexpected error may be logged. */
export interface BugDescription {
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
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return { type: error.constructor.name, ...code, frames: frames.map((line) => line.trim()) };
}
