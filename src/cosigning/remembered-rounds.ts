import { BoundedMap } from '../core/bounded-map.js';
import type { CaseNumber } from '../core/identifiers.js';
import type { OpenRound, OpenRounds } from './ports.js';

/** How long a round is believed to be as it was read. */
const longest = 2_000;

/** More than collect at the same time. */
const atMost = 1_000;

interface Remembered {
  readonly round: Promise<OpenRound | undefined>;
  /** Milliseconds of a clock that only runs forward. */
  readonly readAt: number;
}

/**
 * The rounds that collect, asked for once in two seconds for all who co-sign one. What a round is bound to never changes while it collects,
 * and whether it still collects is judged again by the write: so nobody can be recorded by an old answer. That no round collects is not
 * remembered.
 */
export class RememberedRounds implements Pick<OpenRounds, 'find'> {
  private readonly remembered = new BoundedMap<CaseNumber, Remembered>(atMost);

  constructor(
    private readonly rounds: Pick<OpenRounds, 'find'>,
    private readonly milliseconds: () => number = () => performance.now(),
  ) {}

  async find(caseNumber: CaseNumber): Promise<OpenRound | undefined> {
    const known = this.remembered.get(caseNumber);
    const { round } = known !== undefined && this.isFresh(known) ? known : this.ask(caseNumber);
    return round;
  }

  private isFresh({ readAt }: Remembered): boolean {
    return this.milliseconds() - readAt < longest;
  }

  private ask(caseNumber: CaseNumber): Remembered {
    const asked = { round: this.rounds.find(caseNumber), readAt: this.milliseconds() };
    this.remembered.set(caseNumber, asked);
    const forget = (): void => {
      if (this.remembered.get(caseNumber) === asked) this.remembered.delete(caseNumber);
    };
    asked.round.then((round) => {
      if (round === undefined) forget();
    }, forget);
    return asked;
  }
}
