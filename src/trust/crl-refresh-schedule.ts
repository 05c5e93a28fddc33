import type { Clock } from '../core/clock.js';
import type { CrlRefresh } from './crl-refresh.js';
import type { Timer } from './ports.js';

/** The longest wait that setTimeout can do. A longer one is divided. */
const longestWait = 2 ** 31 - 1;

/** Runs the CRL refresh whenever a source is due, from {@link start} to {@link stop}. */
export class CrlRefreshSchedule {
  private cancel: () => void = () => undefined;
  private stopped = true;
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly crlRefresh: CrlRefresh,
    private readonly clock: Clock,
    private readonly timer: Timer,
  ) {}

  /** Loads the archived lists, then goes on in the background. Resolves when the archived lists are in use. */
  async start(): Promise<void> {
    this.stopped = false;
    await this.crlRefresh.restore();
    this.run();
  }

  /** Stops it. Resolves when the current run, if any, has ended. */
  async stop(): Promise<void> {
    this.stopped = true;
    this.cancel();
    await this.running;
  }

  /** Resolves when the current run, if any, has ended: for a start that needs the first lists before it goes on. */
  async settled(): Promise<void> {
    await this.running;
  }

  private run(): void {
    this.running = this.crlRefresh.runDue().then(() => this.wait());
  }

  private wait(): void {
    if (this.stopped || this.crlRefresh.nextDue === Infinity) return;
    const delay = this.crlRefresh.nextDue - this.clock.now().getTime();
    this.cancel = this.timer.after(Math.min(Math.max(delay, 0), longestWait), () => this.run());
  }
}

/** Node's own timer; it does not keep the process alive. */
export const systemTimer: Timer = {
  after: (milliseconds, action) => {
    const timeout = setTimeout(action, milliseconds);
    timeout.unref();
    return () => {
      clearTimeout(timeout);
    };
  },
};
