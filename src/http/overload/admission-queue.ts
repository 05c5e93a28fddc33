/** How many requests of one class may be under way in a process. */
export interface QueueSize {
  /** Handled at once. */
  readonly handled: number;
  /** Waiting for one of these to be answered, at most. */
  readonly waiting: number;
}

/** How long a request waits at most, and for how long others may stand before it: milliseconds. */
const longestWait = 700;
const aimedWait = 350;

/** So many answers are timed together: answers come in groups, where records are written in groups. */
const timedAnswers = 32;

/** So many begin in one turn of the event loop. */
const begunTogether = 4;

/** However slow the answers are, so many may wait: a single slow one must not close the queue. */
const leastWaiting = 32;

interface Waiting {
  readonly since: number;
  readonly begin: () => void;
  readonly refuse: () => void;
}

/**
 * A bounded queue in front of expensive work. It takes no more than it can begin within a third of a second, by the time that the last answers took,
 * and refuses what has waited for twice that, so that whoever is taken is answered soon and whoever isn't learns it at once. It keeps nothing that says
 * how many came.
 */
export class AdmissionQueue {
  private readonly queue: Waiting[] = [];
  private handled = 0;
  private bound: number;
  private timed: { answers: number; readonly from: number } | undefined;
  private timer: NodeJS.Timeout | undefined;
  private beginning = false;

  constructor(private readonly size: QueueSize) {
    this.bound = size.waiting;
  }

  /** Whether a request that comes now is refused. */
  get full(): boolean {
    return this.queue.length >= this.bound;
  }

  /** Whether nothing of this class is being handled. */
  get idle(): boolean {
    return this.handled === 0;
  }

  /**
   * Calls `begin`, now or later, after which {@link leave} is to be called once; or `refuse`, now where the queue is full, or once it has waited too
   * long.
   */
  enter(begin: () => void, refuse: () => void): void {
    if (this.full) {
      refuse();
    } else if (this.handled < this.size.handled && this.queue.length === 0) {
      this.handled += 1;
      begin();
    } else {
      this.queue.push({ since: performance.now(), begin, refuse });
      this.watch();
      this.beginNext();
    }
  }

  /** Says that a request whose handling began is answered. */
  leave(): void {
    this.handled -= 1;
    if (this.queue.length === 0) {
      this.timed = undefined;
      return;
    }
    this.time();
    this.beginNext();
  }

  /** A few in each turn of the event loop: between two the server reads what has come, and refuses it if it must. */
  private beginNext(): void {
    if (this.beginning || !this.mayBegin) return;
    this.beginning = true;
    setImmediate(() => {
      this.beginning = false;
      for (let begun = 0; begun < begunTogether && this.mayBegin; begun += 1) {
        this.handled += 1;
        this.queue.shift()?.begin();
      }
      this.beginNext();
    });
  }

  private get mayBegin(): boolean {
    return this.queue.length > 0 && this.handled < this.size.handled;
  }

  /** Sets how many may wait by the time that answers take while others wait. */
  private time(): void {
    const now = performance.now();
    this.timed ??= { answers: -1, from: now };
    this.timed.answers += 1;
    if (this.timed.answers < timedAnswers) return;
    const each = (now - this.timed.from) / this.timed.answers;
    const fitting = Math.floor(aimedWait / each);
    this.bound = Math.min(this.size.waiting, Math.max(leastWaiting, fitting));
    this.timed = undefined;
  }

  /** Refuses those who have waited too long, also when nothing is answered any more. */
  private watch(): void {
    const first = this.queue[0];
    if (this.timer !== undefined || first === undefined) return;
    const left = Math.max(0, first.since + longestWait - performance.now());
    this.timer = setTimeout(() => {
      this.timer = undefined;
      this.refuseLate();
      this.watch();
    }, left).unref();
  }

  private refuseLate(): void {
    const from = performance.now() - longestWait;
    for (let first = this.queue[0]; first !== undefined && first.since <= from; first = this.queue[0]) {
      this.queue.shift();
      first.refuse();
    }
  }
}
