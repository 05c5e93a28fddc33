/** What a bench's server process has used so far. */
export interface Usage {
  /** Of all its threads, user and system: microseconds. */
  readonly processorMicroseconds: number;
  readonly rssBytes: number;
}

/** Tells the parent where this process listens, and from then on, for each message it sends, what has been used. */
export function answerUsage(address: string): void {
  // It does not outlive a bench that failed.
  process.once('disconnect', () => process.exit());
  process.on('message', () => {
    const { user, system } = process.cpuUsage();
    const usage: Usage = { processorMicroseconds: user + system, rssBytes: process.memoryUsage.rss() };
    process.send?.(usage);
  });
  process.send?.(address);
}
