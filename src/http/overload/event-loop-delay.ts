import { monitorEventLoopDelay } from 'node:perf_hooks';

/** How often the delay is looked at, and from which mean on it is long: milliseconds. */
const every = 500;
const long = 250;

/** Whether this process is late with everything it does, whatever it does: then it takes no more than it must. */
export class EventLoopDelay {
  private readonly histogram = monitorEventLoopDelay({ resolution: 20 });
  private readonly timer: NodeJS.Timeout;
  /** Whether the mean delay of the last half second was a quarter of a second or more. */
  isLong = false;

  constructor() {
    this.histogram.enable();
    this.timer = setInterval(() => {
      this.isLong = this.histogram.mean / 1e6 >= long;
      this.histogram.reset();
    }, every).unref();
  }

  end(): void {
    clearInterval(this.timer);
    this.histogram.disable();
  }
}
