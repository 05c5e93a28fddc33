import type { Commitment, RoundOrdinal } from '../core/identifiers.js';
import { fail, ok, type Result } from '../core/result.js';
import type { LeadCaseErrorCode } from './errors.js';
import { type LeadCase, maximumPage, type RecordPage } from './lead-case.js';
import type { LeadRounds } from './ports.js';

/** Which records a lead asks for: those of the round in hand, unless another is named. */
export interface WantedPage {
  readonly after?: Commitment | undefined;
  readonly limit: number;
  readonly round?: RoundOrdinal | undefined;
}

/** A page of the sealed records of a round that has opened. `not-found` for any other. */
export async function recordPage(
  rounds: Pick<LeadRounds, 'records'>,
  { referendum, round: inHand }: LeadCase,
  { after, limit, round: wanted = inHand.ordinal }: WantedPage,
): Promise<Result<RecordPage, LeadCaseErrorCode>> {
  const round = referendum.rounds.find(({ ordinal }) => ordinal === wanted);
  if (round?.openedOn === undefined) return fail('not-found');
  const records = await rounds.records(round.id, after, Math.min(limit, maximumPage));
  return ok({ round, records });
}
