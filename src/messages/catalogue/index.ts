import { auditMessages } from './audit.js';
import { caseTextMessages } from './case-text.js';
import { casesMessages } from './cases.js';
import { ceremonyMessages } from './ceremony.js';
import { challengeMessages } from './challenge.js';
import { bundleMessages, checkingMessages } from './checking.js';
import { cosigningMessages } from './cosigning.js';
import { evidenceMessages } from './evidence.js';
import { httpMessages } from './http.js';
import { leadMessages } from './lead.js';
import { nationalIdMessages } from './national-id.js';
import { reasonMessages } from './reason.js';
import { receiptMessages } from './receipt.js';
import { envelopeMessages, recordMessages, sealedMessages } from './record.js';
import { staffMessages } from './staff.js';
import { trustMessages } from './trust.js';
import { validatorMessages } from './validators.js';

/** Every room's catalogue; a room with codes that reach people adds its own here. */
export const catalogues = {
  audit: auditMessages,
  cases: casesMessages,
  bundle: bundleMessages,
  caseText: caseTextMessages,
  ceremony: ceremonyMessages,
  challenge: challengeMessages,
  checking: checkingMessages,
  cosigning: cosigningMessages,
  envelope: envelopeMessages,
  evidence: evidenceMessages,
  http: httpMessages,
  lead: leadMessages,
  nationalId: nationalIdMessages,
  reason: reasonMessages,
  receipt: receiptMessages,
  record: recordMessages,
  sealed: sealedMessages,
  staff: staffMessages,
  trust: trustMessages,
  validators: validatorMessages,
} as const;

type Catalogues = typeof catalogues;

/** Every code that can reach a person. A code without a sentence doesn't compile where an answer is made of it. */
export type MessageCode = { [Room in keyof Catalogues]: keyof Catalogues[Room] }[keyof Catalogues];
