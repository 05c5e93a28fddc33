import type { MockCard } from '../card/mock-card.js';
import { personFor } from '../people/population.js';
import type { DemoPki } from '../pki/demo-pki.js';

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
