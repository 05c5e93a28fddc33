import type { KeyObject } from 'node:crypto';
import type { CommissionRoundKey } from '../../cases/index.js';
import { openEvidence, openingKey, openRecord, parseLeadRecord } from '../../core/cms/index.js';
import type { SealingMode, StatementFields } from '../../core/statement/index.js';
import type { PastCertificateValidator } from '../ports.js';
import { StatementFrame } from './statement-frame.js';
import type { OpenedRecord, VerificationContext } from './verify-record.js';

/** What the records of a round are verified by, beside its keys: plain data, which `postMessage` can copy to another thread. */
export interface RoundRules {
  readonly mode: SealingMode;
  readonly statement: StatementFields;
  /** SubjectPublicKeyInfo of every key the intake has countersigned with. */
  readonly intakeKeys: readonly Uint8Array[];
}

/** How a record of the round is opened: undefined when it can't be. */
export type OpenRecord = (record: Uint8Array) => OpenedRecord | undefined;

/** Opens with both round keys, each wherever it is. */
export function openerWith(
  leadKey: KeyObject,
  commissionKey: Pick<CommissionRoundKey, 'openEvidence'>,
): OpenRecord {
  const opening = openingKey(leadKey);
  if (opening === undefined) throw new Error('a round key that is not on P-256');
  return (record) => {
    const leadRecord = openRecord(record, opening);
    if (!leadRecord.ok) return undefined;
    const evidence = commissionKey.openEvidence(leadRecord.value);
    return evidence && { nationalId: leadRecord.value.nationalId, evidence };
  };
}

/** Opens with both round keys in memory. */
export function openerInMemory(leadKey: KeyObject, commissionKey: KeyObject): OpenRecord {
  const opening = openingKey(commissionKey);
  if (opening === undefined) throw new Error('a round key of the commission that is not on P-256');
  return openerWith(leadKey, {
    openEvidence: (leadRecord) => {
      const evidence = openEvidence(leadRecord, opening);
      return evidence.ok ? evidence.value : undefined;
    },
  });
}

/** Reads what was opened elsewhere: a LeadRecord with the evidence as it is in the place of the sealed one. */
export const openedElsewhere: OpenRecord = (record) => {
  const leadRecord = parseLeadRecord(record);
  if (!leadRecord.ok) return undefined;
  const { nationalId, sealedEvidence } = leadRecord.value;
  return { nationalId, evidence: sealedEvidence };
};

/** What verifying the round's records needs, once it is said how they are opened. */
export function contextWith(
  open: OpenRecord,
  { mode, statement, intakeKeys }: RoundRules,
  validator: PastCertificateValidator,
): VerificationContext {
  return { open, mode, frame: new StatementFrame(statement), intakeKeys, validator };
}

/** {@link contextWith} for a round whose keys are at hand in this thread. */
export function contextOf(
  {
    leadKey,
    commissionKey,
    rules,
  }: { readonly leadKey: KeyObject; readonly commissionKey: CommissionRoundKey; readonly rules: RoundRules },
  validator: PastCertificateValidator,
): VerificationContext {
  return contextWith(openerWith(leadKey, commissionKey), rules, validator);
}
