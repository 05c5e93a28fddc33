import type { CaseNumber } from '../core/identifiers.js';
import { type TaipeiDate, taipeiDateOf } from '../core/taipei-date.js';
import type { LoggedStep, LoggedSteps } from './ports.js';

/** By whom data of a case were opened. */
export type DisclosedTo = 'lead' | 'commission' | 'ministry';

/** For what they were opened. */
export type DisclosurePurpose =
  /** The lead decrypted and submitted (REG 7). */
  | 'submission'
  /** The commission opened the records to check them (ACT 13). */
  | 'check'
  /** The numbers went to the Ministry of the Interior, sealed (REG 8). */
  | 'roster'
  /** The numbers of those struck out were written into the list for the lead (RULES 9, 12). */
  | 'struck-out-list'
  /** The list was opened to the lead with the confirmed result. */
  | 'struck-out-list-opened'
  /** The lead fetched it. */
  | 'struck-out-list-fetched'
  /** The list was made anew with a corrected result. */
  | 'corrected-list';

/** Where, when and for what data of a case were opened. It is the same for everybody who co-signed it. */
export interface Disclosure {
  readonly on: TaipeiDate;
  readonly office: DisclosedTo;
  readonly purpose: DisclosurePurpose;
}

type Opening = readonly [office: DisclosedTo, purpose: DisclosurePurpose];

/** The steps of the audit log at which data are opened; an approval's by the action that was carried out. */
const openings: Readonly<Record<string, Opening>> = {
  'round-submitted': ['lead', 'submission'],
  'case-start-check': ['commission', 'check'],
  'approval-executed send-roster': ['ministry', 'roster'],
  'approval-executed import-answer': ['commission', 'struck-out-list'],
  'case-find-enough': ['lead', 'struck-out-list-opened'],
  'case-find-too-few': ['lead', 'struck-out-list-opened'],
  'struck-out-list-fetched': ['lead', 'struck-out-list-fetched'],
  'approval-executed correct-result': ['commission', 'corrected-list'],
};

const actions = [...new Set(Object.keys(openings).map((step) => step.split(' ')[0] ?? ''))];

/** Tells in which steps of a case data were opened, from the audit log. Nothing of it is about one person. */
export class Disclosures {
  constructor(private readonly steps: LoggedSteps) {}

  /** Those of a case, in their order; none before its first submission. */
  async ofCase(caseNumber: CaseNumber): Promise<readonly Disclosure[]> {
    return (await this.steps.ofCase(caseNumber, actions)).flatMap(disclosureOf);
  }
}

function disclosureOf({ at, action, approved }: LoggedStep): readonly Disclosure[] {
  const opening = openings[approved === undefined ? action : `${action} ${approved}`];
  return opening === undefined ? [] : [{ on: taipeiDateOf(at), office: opening[0], purpose: opening[1] }];
}
