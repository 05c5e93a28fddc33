import { CasesController, StaffCasesController } from './cases/index.js';
import { CoSignatureController } from './cosigning/co-signature.controller.js';
import { OwnCoSignaturesController } from './cosigning/own-co-signatures.controller.js';
import { LeadController } from './lead/index.js';
import { SignInController } from './sign-in/sign-in.controller.js';
import { ApprovalsController } from './staff/approvals.controller.js';
import { AuditController } from './staff/audit.controller.js';

/** Every controller of the API. */
export const controllers = [
  ApprovalsController,
  AuditController,
  CasesController,
  CoSignatureController,
  LeadController,
  OwnCoSignaturesController,
  SignInController,
  StaffCasesController,
] as const;
