import type { Clock } from '../../core/clock.js';
import type { MockCard } from '../card/mock-card.js';
import type { PlannedPaperRow } from '../paper/paper-plan.js';
import { personFor } from '../people/population.js';
import type { DemoPki } from '../pki/demo-pki.js';
import type { Attempt } from '../scenarios/scenario-table.js';
import type { ApiClient } from './api-client.js';

/** A running clock that the story can move forward. */
interface StoryTime extends Clock {
  /** Moves forward to this time. */
  moveTo(at: Date): void;
  /** Moves forward by this many milliseconds. */
  advance(milliseconds: number): void;
}

/** What every step of the story works with. */
export interface StoryContext {
  readonly api: ApiClient;
  readonly clock: StoryTime;
  readonly pki: DemoPki;
  readonly people: DemoPeople;
  readonly attempts: readonly Attempt[];
  /** What is handed in on paper beside them. */
  readonly paperRows: readonly PlannedPaperRow[];
  readonly reporter: ProgressReporter;
  /** Publishes the authorities' CRLs as of now and makes the platform fetch them. */
  publishLists(): Promise<void>;
}

const day = 86_400_000;

/** Moves the clock forward by `days` days, to nine o'clock in Taipei. The authorities then publish new CRLs. */
export async function nextMorning(context: StoryContext, days: number): Promise<void> {
  const taipei = 8 * 3_600_000;
  const today = Math.floor((context.clock.now().getTime() + taipei) / day) * day - taipei;
  context.clock.moveTo(new Date(today + days * day + 9 * 3_600_000));
  await context.publishLists();
}

/** The cards of the people who take part in the demo, one each. */
export interface DemoPeople {
  readonly lead: MockCard;
  /** Can unwrap the round key if the lead's card is lost. */
  readonly deputy: MockCard;
  /** The lead of the second case. */
  readonly otherLead: MockCard;
  readonly registrar: MockCard;
  readonly verifier: MockCard;
  /** Enters paper rows a second time. */
  readonly secondVerifier: MockCard;
  readonly approver: MockCard;
  readonly auditor: MockCard;
}

/** The members of staff among {@link DemoPeople}: who, their role, and the name under which they are registered. */
export const demoStaff = [
  ['registrar', 'registrar', '登記人員'],
  ['verifier', 'verifier', '查對人員'],
  ['secondVerifier', 'verifier', '查對人員（第二位）'],
  ['approver', 'approver', '核可人員'],
  ['auditor', 'auditor', '稽核人員'],
] as const;

/** Issues the card of everyone who takes part in the demo. */
export function issueDemoCards(pki: DemoPki): DemoPeople {
  const card = (role: string): MockCard => pki.issueCard(personFor(pki.options.seed, role));
  return {
    lead: card('lead'),
    deputy: card('deputy'),
    otherLead: card('other lead'),
    registrar: card('registrar'),
    verifier: card('verifier'),
    secondVerifier: card('second verifier'),
    approver: card('approver'),
    auditor: card('auditor'),
  };
}

/** Reports how far the demo has come, in zh-TW and English. */
export interface ProgressReporter {
  /** A new step begins. */
  step(zhTW: string, en: string): void;
  /** Reports a fact. */
  message(zhTW: string, en: string): void;
  /** `done` of `total` items are finished. */
  progress(done: number, total: number): void;
}
