import type { LeadCase } from './lead-api';
import { Opening } from './opening';
import { Submission } from './submission';

/**
 * What the lead has begun in this window, by case and round. In memory alone, so that it outlives a change of page and a new sign-in, and
 * nothing else.
 */
export class LeadWork {
  private openingInHand: Opening | undefined;
  private submissionInHand: Submission | undefined;

  /** The opening of this round: the one begun, or a new one. */
  opening(referendum: LeadCase): Opening {
    const known = this.openingInHand;
    if (known !== undefined && isOf(known.referendum, referendum)) return known;
    known?.abandon();
    return (this.openingInHand = new Opening(referendum));
  }

  /** The submission of this round: the one begun, or a new one. */
  submission(referendum: LeadCase): Submission {
    const known = this.submissionInHand;
    if (known !== undefined && isOf(known.referendum, referendum)) return known;
    known?.abandon();
    return (this.submissionInHand = new Submission(referendum));
  }

  /** Forgets everything, keys first. */
  forget(): void {
    this.openingInHand?.abandon();
    this.submissionInHand?.abandon();
    this.openingInHand = this.submissionInHand = undefined;
  }
}

function isOf(one: LeadCase, other: LeadCase): boolean {
  return (
    one.number === other.number &&
    one.round.round === other.round.round &&
    one.origin === other.origin &&
    one.round.commissionRoundKey === other.round.commissionRoundKey
  );
}

/** What was begun in this window. */
export const leadWork = new LeadWork();
