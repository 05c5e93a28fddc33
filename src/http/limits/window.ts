/** At most `limit` requests in `seconds` from the first of them. */
export interface WindowSize {
  readonly seconds: number;
  readonly limit: number;
}

interface Count {
  readonly endsAt: number;
  hits: number;
}

/** Addresses counted at one time: some 10 MB at most. */
const maximumKeys = 100_000;

/** Counts requests by key in a window that starts with the first. In memory, bounded; the oldest is forgotten first. */
export class CountingWindow {
  private readonly counts = new Map<string, Count>();

  constructor(private readonly size: WindowSize) {}

  /** Seconds until this key may come again; 0 where it may come now. Nothing is counted. */
  wait(key: string, now: number): number {
    const count = this.current(key, now);
    if (count === undefined || count.hits < this.size.limit) return 0;
    return Math.max(1, Math.ceil((count.endsAt - now) / 1000));
  }

  /** Counts one. */
  hit(key: string, now: number): void {
    const count = this.current(key, now);
    if (count === undefined) this.start(key, now);
    else count.hits += 1;
  }

  private current(key: string, now: number): Count | undefined {
    const count = this.counts.get(key);
    return count !== undefined && count.endsAt > now ? count : undefined;
  }

  private start(key: string, now: number): void {
    // Deleted first, so that the map stays in the order of starting.
    this.counts.delete(key);
    this.forgetOldest(now);
    this.counts.set(key, { endsAt: now + this.size.seconds * 1000, hits: 1 });
  }

  private forgetOldest(now: number): void {
    for (const [key, count] of this.counts) {
      if (count.endsAt > now && this.counts.size < maximumKeys) return;
      this.counts.delete(key);
    }
  }
}
