import { Roles0000000000001 } from './0001-roles.js';
import { Cases0000000000002 } from './0002-cases.js';
import { SealedRecords0000000000003 } from './0003-sealed-records.js';
import { Checking0000000000010 } from './0010-checking.js';
import { Audit0000000000020 } from './0020-audit.js';
import { Staff0000000000021 } from './0021-staff.js';
import { OpenRound0000000000022 } from './0022-open-round.js';
import { RoundBinding0000000000023 } from './0023-round-binding.js';
import { CheckingRole0000000000030 } from './0030-checking-role.js';
import { SessionsApart0000000000031 } from './0031-sessions-apart.js';
import { AuditByRole0000000000032 } from './0032-audit-by-role.js';
import { RecordFunctions0000000000033 } from './0033-record-functions.js';
import { WrittenOnce0000000000034 } from './0034-written-once.js';
import { ClosedCatalog0000000000035 } from './0035-closed-catalog.js';
import { PublishedFiles0000000000040 } from './0040-published-files.js';
import { ApprovalOrigin0000000000041 } from './0041-approval-origin.js';
import { TwoLayers0000000000042 } from './0042-two-layers.js';
import { SessionIdentity0000000000043 } from './0043-session-identity.js';
import { AuditCheckpoints0000000000050 } from './0050-audit-checkpoints.js';
import { MembersByTwoPeople0000000000060 } from './0060-members-by-two-people.js';
import { Notices0000000000070 } from './0070-notices.js';
import { Calendar0000000000071 } from './0071-calendar.js';
import { FetchedLists0000000000072 } from './0072-fetched-lists.js';
import { LeadCertificates0000000000073 } from './0073-lead-certificates.js';
import { PaperRows0000000000080 } from './0080-paper-rows.js';
import { Remedies0000000000090 } from './0090-remedies.js';
import { CorrectedResults0000000000091 } from './0091-corrected-results.js';
import { Rehearsals0000000000100 } from './0100-rehearsals.js';
import { PaperRowsCheckedAnew0000000000112 } from './0112-paper-rows-checked-anew.js';
import { PaperObjections0000000000113 } from './0113-paper-objections.js';
import { PublishedVerdicts0000000000114 } from './0114-published-verdicts.js';
import { RecordsInGroups0000000000120 } from './0120-records-in-groups.js';
import { CheckChunks0000000000130 } from './0130-check-chunks.js';
import { CheckJobs0000000000131 } from './0131-check-jobs.js';
import { CheckAnew0000000000132 } from './0132-check-anew.js';
import { ServiceSwitches0000000000140 } from './0140-service-switches.js';
import { SessionCertificates0000000000163 } from './0163-session-certificates.js';
import { CheckSteps0000000000166 } from './0166-check-steps.js';
import { ListsByIndex0000000000170 } from './0170-lists-by-index.js';
import { VerdictCounts0000000000171 } from './0171-verdict-counts.js';
import { RosterOrder0000000000172 } from './0172-roster-order.js';

/**
 * Every migration in the order it runs: one class a file, `NNNN-name.ts`, whose name ends in NNNN padded to 13 digits
 * (TypeORM orders by them). A migration that has been released is never edited; a new one is added. A table's migration
 * grants the roles what they need of it, and nothing more.
 */
export const migrations = [
  Roles0000000000001,
  Cases0000000000002,
  SealedRecords0000000000003,
  Checking0000000000010,
  Audit0000000000020,
  Staff0000000000021,
  OpenRound0000000000022,
  RoundBinding0000000000023,
  CheckingRole0000000000030,
  SessionsApart0000000000031,
  AuditByRole0000000000032,
  RecordFunctions0000000000033,
  WrittenOnce0000000000034,
  ClosedCatalog0000000000035,
  PublishedFiles0000000000040,
  ApprovalOrigin0000000000041,
  TwoLayers0000000000042,
  SessionIdentity0000000000043,
  AuditCheckpoints0000000000050,
  MembersByTwoPeople0000000000060,
  Notices0000000000070,
  Calendar0000000000071,
  FetchedLists0000000000072,
  LeadCertificates0000000000073,
  PaperRows0000000000080,
  Remedies0000000000090,
  CorrectedResults0000000000091,
  Rehearsals0000000000100,
  PaperRowsCheckedAnew0000000000112,
  PaperObjections0000000000113,
  PublishedVerdicts0000000000114,
  RecordsInGroups0000000000120,
  CheckChunks0000000000130,
  CheckJobs0000000000131,
  CheckAnew0000000000132,
  ServiceSwitches0000000000140,
  SessionCertificates0000000000163,
  CheckSteps0000000000166,
  ListsByIndex0000000000170,
  VerdictCounts0000000000171,
  RosterOrder0000000000172,
] as const;
