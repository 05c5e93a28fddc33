import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Late, roundedUp } from './coarse.js';

const minute = 60_000;
const mebibyte = 2 ** 20;

/** Cores of processor time. */
export const cpuSteps = [0.5, 0.75, 1, 1.5, 2, 4, 8, 16] as const;
/** Octets of memory. */
export const memorySteps = [512, 768, 1024, 1536, 2048, 3072, 4096, 8192].map((each) => each * mebibyte);
/** Seconds by which the event loop is late. */
export const delaySteps = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 10] as const;

/** How busy this process is, in steps: processor time in full would be the number of co-signatures times what one costs. */
export class ProcessLoad {
  private readonly delays = monitorEventLoopDelay({ resolution: 20 });
  private used = process.cpuUsage();

  /** Cores used in the last minute that is over. */
  private readonly cores = new Late(minute, (milliseconds) => {
    const { user, system } = process.cpuUsage(this.used);
    this.used = process.cpuUsage();
    return roundedUp((user + system) / 1_000 / Math.max(milliseconds, 1), cpuSteps);
  });

  /** Seconds by which the event loop was late in the last minute that is over: the largest of a hundred, the 99th. */
  private readonly delay = new Late(minute, () => {
    const seconds = this.delays.percentile(99) / 1e9;
    this.delays.reset();
    return roundedUp(seconds, delaySteps);
  });

  start(): void {
    this.delays.enable();
  }

  stop(): void {
    this.delays.disable();
  }

  view(): { readonly cores: number; readonly memory: number; readonly delay: number } {
    const memory = roundedUp(process.memoryUsage.rss(), memorySteps);
    return { cores: this.cores.value(), memory, delay: this.delay.value() };
  }
}
