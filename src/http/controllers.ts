import { CasesController, StaffCasesController } from './cases/index.js';
import {
  CheckController,
  ReceiptsController,
  ResultController,
  StruckOutController,
} from './checking/index.js';
import { CoSignatureController } from './cosigning/co-signature.controller.js';
import { OwnCoSignaturesController } from './cosigning/own-co-signatures.controller.js';
import { LeadController } from './lead/index.js';
import { HealthController, KeysController } from './platform/index.js';

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
