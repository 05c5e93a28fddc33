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
export interface Scene {
  readonly api: ApiClient;
  readonly clock: StoryTime;
  readonly pki: DemoPki;
  readonly cast: Cast;
  readonly attempts: readonly Attempt[];
  readonly narrator: Narrator;
  /** Publishes the authorities' lists as of now and has the platform fetch them. */
  publishLists(): Promise<void>;
}

const day = 86_400_000;

/** Moves to nine o'clock in Taipei some days on, as the authorities publish new lists. */
export async function nextMorning(scene: Scene, days: number): Promise<void> {
  const taipei = 8 * 3_600_000;
  const today = Math.floor((scene.clock.now().getTime() + taipei) / day) * day - taipei;
  scene.clock.moveTo(new Date(today + days * day + 9 * 3_600_000));
  await scene.publishLists();
}

/** Those who play a part, each with a card of their own. */
export interface Cast {
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

/** The members of staff among the cast, with the roles they hold. */
export const staffParts = [
  ['registrar', '登記人員'],
  ['verifier', '查對人員'],
  ['approver', '核可人員'],
  ['auditor', '稽核人員'],
] as const;

/** Issues everybody's card. */
export function castOf(pki: DemoPki): Cast {
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
export interface Narrator {
  /** A new chapter begins. */
  chapter(zhTW: string, en: string): void;
  /** Something happened. */
  say(zhTW: string, en: string): void;
  /** `done` of `total` attempts have been made. */
  progress(done: number, total: number): void;
}
