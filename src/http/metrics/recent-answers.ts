import { Late, roundedUp } from './coarse.js';

/** Seconds. The first is what a co-signature may take for the slowest one in a hundred. */
export const answerSteps = [0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30] as const;

/** So many of the latest answers are looked at. */
const looked = 200;
const fiveMinutes = 300_000;

/** What is told of the latest answers: nothing tells how many there were. */
export interface RecentAnswersView {
  /** Seconds, by quantile, each rounded up to one of {@link answerSteps}. */
  readonly seconds: ReadonlyMap<number, number>;
  /** Whether one since the last view ended with a status of 500 and over. */
  readonly failed: boolean;
}

/**
 * The latest answers to requests that may not be counted. It begins as if 200 fast answers had been there, so that no answer and many fast
 * ones look the same; and it is told anew every five minutes at most.
 */
export class RecentAnswers {
  private readonly seconds = new Array<number>(looked).fill(0);
  private next = 0;
  private failed = false;
  private readonly told: Late<RecentAnswersView>;

  constructor(now?: () => number) {
    this.told = new Late(fiveMinutes, () => this.look(), now);
  }

  /** A failure has no time here: refusals are fast, and would hide slow answers. */
  add(seconds: number, status: number): void {
    if (status >= 500) {
      this.failed = true;
      return;
    }
    this.seconds[this.next] = seconds;
    this.next = (this.next + 1) % looked;
  }

  view(): RecentAnswersView {
    return this.told.value();
  }

  private look(): RecentAnswersView {
    const { failed } = this;
    this.failed = false;
    const inOrder = this.seconds.toSorted((one, other) => one - other);
    const quantile = (share: number): [number, number] => [
      share,
      roundedUp(inOrder[Math.ceil(share * looked) - 1] ?? 0, answerSteps),
    ];
    return { seconds: new Map([quantile(0.5), quantile(0.99)]), failed };
  }
}
