import type { Clock } from '../core/clock.js';
import type { Timer } from './ports.js';
import type { RevocationUpkeep } from './upkeep.js';

/** setTimeout's own limit; a longer wait is cut in pieces. */
const longestWait = 2 ** 31 - 1;

/** Runs the upkeep whenever a source is due, from {@link start} to {@link stop}. */
export class UpkeepSchedule {
  private cancel: () => void = () => undefined;
  private stopped = true;
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly upkeep: RevocationUpkeep,
    private readonly clock: Clock,
    private readonly timer: Timer,
  ) {}

  /** Takes up the archived lists, then goes on in the background. Resolves once the archived lists are in use. */
  async start(): Promise<void> {
    this.stopped = false;
    await this.upkeep.restore();
    this.run();
  }

  /** Ends it. Resolves once a run under way has ended. */
  async stop(): Promise<void> {
    this.stopped = true;
    this.cancel();
    await this.running;
  }

  /** Resolves once the run under way, if any, has ended: for a start that wants the first lists before it goes on. */
  async settled(): Promise<void> {
    await this.running;
  }

  private run(): void {
    this.running = this.upkeep.runDue().then(() => this.wait());
  }

  private wait(): void {
    if (this.stopped || this.upkeep.nextDue === Infinity) return;
    const delay = this.upkeep.nextDue - this.clock.now().getTime();
    this.cancel = this.timer.after(Math.min(Math.max(delay, 0), longestWait), () => this.run());
  }
}
