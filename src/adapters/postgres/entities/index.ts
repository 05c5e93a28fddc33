import { ApprovalRequestEntity } from './approval-request.entity.js';
import { AuditEventEntity } from './audit-event.entity.js';
import { ReferendumCaseEntity } from './referendum-case.entity.js';
import { RoundEntity } from './round.entity.js';
import { SealedRecordEntity } from './sealed-record.entity.js';
import { SessionEntity } from './session.entity.js';
import { StaffMemberEntity } from './staff-member.entity.js';

/** Every entity; a new one is added here. */
export const entities = [
  ApprovalRequestEntity,
  AuditEventEntity,
  ReferendumCaseEntity,
  RoundEntity,
  SealedRecordEntity,
  SessionEntity,
  StaffMemberEntity,
] as const;
