import { CasesController } from './cases/cases.controller.js';
import { StaffCasesController } from './cases/staff-cases.controller.js';
import { CheckController } from './checking/check.controller.js';
import { ReceiptsController } from './checking/receipts.controller.js';
import { ResultController } from './checking/result.controller.js';
import { StruckOutController } from './checking/struck-out.controller.js';
import { CoSignatureController } from './cosigning/co-signature.controller.js';
import { OwnCoSignaturesController } from './cosigning/own-co-signatures.controller.js';
import { LeadController } from './lead/lead.controller.js';
import { HealthController } from './platform/health.controller.js';
import { KeysController } from './platform/keys.controller.js';

/** The controllers of cases, co-signing, leads and checking; those of sign-in and staff are `HttpModule`'s own. */
export const controllers = [
  CasesController,
  CheckController,
  CoSignatureController,
  HealthController,
  KeysController,
  LeadController,
  OwnCoSignaturesController,
  ReceiptsController,
  ResultController,
  StaffCasesController,
  StruckOutController,
] as const;
