import { CoSignatureController } from './cosigning/co-signature.controller.js';
import { OwnCoSignaturesController } from './cosigning/own-co-signatures.controller.js';
import { SignInController } from './sign-in/sign-in.controller.js';
import { ApprovalsController } from './staff/approvals.controller.js';
import { AuditController } from './staff/audit.controller.js';

/** Every controller of the API. */
export const controllers = [
  ApprovalsController,
  AuditController,
  CoSignatureController,
  OwnCoSignaturesController,
  SignInController,
] as const;
