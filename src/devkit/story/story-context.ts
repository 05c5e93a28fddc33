import type { Clock } from '../../core/clock.js';
import type { MockCard } from '../card/mock-card.js';
import { personFor } from '../people/population.js';
import type { DemoPki } from '../pki/demo-pki.js';
import type { Attempt } from '../scenarios/scenario-table.js';
import type { ApiClient } from './api-client.js';

/** The time of a story: it goes on, and the story moves it on. */
interface StoryTime extends Clock {
  /** Moves to an instant that has not been yet. */
  moveTo(at: Date): void;
  /** Moves on by this many milliseconds. */
  advance(milliseconds: number): void;
}

/** What every chapter works with. */
export interface StoryContext {
  readonly api: ApiClient;
  readonly clock: StoryTime;
  readonly pki: DemoPki;
  readonly people: DemoPeople;
  readonly attempts: readonly Attempt[];
  readonly reporter: ProgressReporter;
  /** Publishes the authorities' lists as of now and has the platform fetch them. */
  publishLists(): Promise<void>;
}

const day = 86_400_000;

/** Moves to nine o'clock in Taipei some days on, as the authorities publish new lists. */
export async function nextMorning(context: StoryContext, days: number): Promise<void> {
  const taipei = 8 * 3_600_000;
  const today = Math.floor((context.clock.now().getTime() + taipei) / day) * day - taipei;
  context.clock.moveTo(new Date(today + days * day + 9 * 3_600_000));
  await context.publishLists();
}

/** Those who play a part, each with a card of their own. */
export interface DemoPeople {
  readonly lead: MockCard;
  /** May open the round key if the lead's card is lost. */
  readonly deputy: MockCard;
  /** Leads the other case, so that there is one to mix up. */
  readonly otherLead: MockCard;
  readonly registrar: MockCard;
  readonly verifier: MockCard;
  readonly approver: MockCard;
  readonly auditor: MockCard;
}

/** The members of staff among the people, with the roles they hold. */
export const demoStaff = [
  ['registrar', '登記人員'],
  ['verifier', '查對人員'],
  ['approver', '核可人員'],
  ['auditor', '稽核人員'],
] as const;

/** Issues everybody's card. */
export function issueDemoCards(pki: DemoPki): DemoPeople {
  const card = (part: string): MockCard => pki.issueCard(personFor(pki.options.seed, part));
  return {
    lead: card('lead'),
    deputy: card('deputy'),
    otherLead: card('other lead'),
    registrar: card('registrar'),
    verifier: card('verifier'),
    approver: card('approver'),
    auditor: card('auditor'),
  };
}

/** Who tells the story to whoever watches. */
export interface ProgressReporter {
  /** A new chapter begins. */
  step(zhTW: string, en: string): void;
  /** Something happened. */
  message(zhTW: string, en: string): void;
  /** `done` of `total` attempts have been made. */
  progress(done: number, total: number): void;
}
