import { casesMessages, caseTextMessages } from './catalogue/cases.js';
import { trustMessages } from './catalogue/certificates.js';
import { bundleMessages, checkingMessages, reasonMessages } from './catalogue/checking.js';
import {
  envelopeMessages,
  evidenceMessages,
  recordMessages,
  sealedMessages,
  validatorMessages,
} from './catalogue/cms.js';
import {
  challengeMessages,
  cosigningMessages,
  nationalIdMessages,
  receiptMessages,
} from './catalogue/cosigning.js';
import { httpMessages } from './catalogue/http.js';
import { ceremonyMessages, leadMessages } from './catalogue/lead.js';
import { auditMessages, staffMessages } from './catalogue/staff.js';

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
