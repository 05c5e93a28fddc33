import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';

/** A demo in a process of its own whose story has been played, still up. */
export interface StoryProcess {
  /** All that it has written to its standard output and error. */
  readonly output: () => Buffer;
  /** Ends it and waits for it; throws when it ends badly. */
  stop(): Promise<void>;
}

/** Plays a story with everything it does logged. */
export async function playStory(settings: {
  readonly home: string;
  readonly out: string;
  readonly citizens: number;
  readonly seed: string;
}): Promise<StoryProcess> {
  const { home, out, citizens, seed } = settings;
  const program = ['--import', './.config/typescript.mjs', 'test/support/platform/play-story.ts'];
  const child: ChildProcessByStdio<Writable, Readable, Readable> = spawn(
    process.execPath,
    ['--no-warnings', ...program, home, out, String(citizens), seed],
    { stdio: ['pipe', 'pipe', 'pipe'] },
  );
  const chunks: Buffer[] = [];
  const ended = once(child, 'close').then(([code]) => code as number | null);
  await Promise.race([
    new Promise<void>((resolve) => {
      const listen = (chunk: Buffer): void => {
        chunks.push(chunk);
        if (Buffer.concat(chunks).includes('\nplayed\n')) resolve();
      };
      child.stdout.on('data', listen);
      child.stderr.on('data', listen);
    }),
    ended.then((code) => {
      throw new Error(`the story ended with ${String(code)}: ${Buffer.concat(chunks).toString('utf8')}`);
    }),
  ]);
  return {
    output: () => Buffer.concat(chunks),
    stop: async () => {
      child.stdin.end();
      const code = await ended;
      if (code !== 0) throw new Error(`the story ended with ${String(code)}`);
    },
  };
}
