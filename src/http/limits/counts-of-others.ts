import { Inject, Injectable } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { BoundedMap } from '../../core/bounded-map.js';
import {
  longestProcessMessage,
  PROCESS_MESSAGES,
  type ProcessMessages,
} from '../../core/process-messages.js';
import { type LimitedUse, limitedUses } from './limited.js';

/** What an address asked for of one use, as one process counted it. */
export interface Counted {
  readonly use: LimitedUse;
  /** As `addressBlock` gives it. */
  readonly block: string;
  readonly requests: number;
}

const topic = 'limits';
const every = 2_000;

/** Addresses that are remembered until they are told: more than ever fit into the messages of a minute. */
const maximumUntold = 10_000;

/**
 * Tells the other processes what the busiest addresses asked for here, and hears it from them, so that `n` processes together let through
 * little more than one. Every two seconds one message of one length, whatever there is to tell: who listens learns nothing by it.
 */
@Injectable()
export class CountsOfOthers {
  private readonly untold = new BoundedMap<string, Counted>(maximumUntold);
  private floor: (use: LimitedUse) => number = () => 1;

  constructor(@Inject(PROCESS_MESSAGES) private readonly messages: ProcessMessages) {}

  /** From now on, what others counted goes to `take`. An address with fewer requests of a use than `floor` is not told of yet. */
  share(floor: (use: LimitedUse) => number, take: (counted: Counted) => void): void {
    this.floor = floor;
    this.messages.receive(topic, (content) => read(content).forEach(take));
  }

  /** Counts a request of this process. */
  count(use: LimitedUse, block: string): void {
    const key = `${use} ${block}`;
    const requests = (this.untold.get(key)?.requests ?? 0) + 1;
    this.untold.set(key, { use, block, requests });
  }

  /** Tells of the busiest addresses since the last time. */
  @Interval(every)
  async run(): Promise<void> {
    const busy = [...this.untold.values()].filter(({ use, requests }) => requests >= this.floor(use));
    busy.sort((one, other) => other.requests - one.requests);
    const { content, told } = written(busy);
    for (const { use, block } of told) this.untold.delete(`${use} ${block}`);
    await this.messages.send(topic, content);
  }
}

/** As many lines `use block requests` as fit, and spaces up to one length. */
function written(busy: readonly Counted[]): {
  readonly content: Uint8Array;
  readonly told: readonly Counted[];
} {
  const told: Counted[] = [];
  let text = '';
  for (const counted of busy) {
    const line = `${counted.use} ${counted.block} ${String(counted.requests)}\n`;
    if (text.length + line.length > longestProcessMessage) break;
    text += line;
    told.push(counted);
  }
  return { content: Buffer.from(text.padEnd(longestProcessMessage), 'latin1'), told };
}

/** The lines that this program understands: a newer one beside it may write others. */
function read(content: Uint8Array): readonly Counted[] {
  const lines = Buffer.from(content).toString('latin1').split('\n');
  return lines.flatMap((line) => {
    const [name, block, number, ...more] = line.split(' ');
    const use = limitedUses.find((each) => each === name);
    const requests = Number(number);
    const whole = use !== undefined && block !== undefined && more.length === 0;
    return whole && Number.isSafeInteger(requests) && requests > 0 ? [{ use, block, requests }] : [];
  });
}
