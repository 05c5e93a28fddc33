import type { Failure } from '../core/result.js';
import { casesMessages, caseTextMessages } from './catalogue/cases.js';
import { trustMessages } from './catalogue/certificates.js';
import { bundleMessages, checkingMessages } from './catalogue/checking.js';
import {
  cardDocumentMessages,
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
import { paperMessages } from './catalogue/paper.js';
import type { Message, ProblemStatus } from './catalogue/message.js';
import { remedyMessages } from './catalogue/remedies.js';
import { auditMessages, staffMessages } from './catalogue/staff.js';
import { type Language, translatorOf } from './translation.js';

/** The catalogue of each capability. A capability whose codes reach people adds its own here. */
export const catalogues = {
  audit: auditMessages,
  cases: casesMessages,
  bundle: bundleMessages,
  cardDocument: cardDocumentMessages,
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
  paper: paperMessages,
  receipt: receiptMessages,
  record: recordMessages,
  remedies: remedyMessages,
  sealed: sealedMessages,
  staff: staffMessages,
  trust: trustMessages,
  validators: validatorMessages,
} as const;

type Catalogues = typeof catalogues;

/** Every code that can reach a person. A code without a sentence doesn't compile where an answer is made from it. */
export type MessageCode = { [Room in keyof Catalogues]: keyof Catalogues[Room] }[keyof Catalogues];

const messages: ReadonlyMap<string, Message> = new Map(
  Object.values(catalogues).flatMap((catalogue) => Object.entries<Message>(catalogue)),
);

const translate = translatorOf(messages);

/** Whether a code has a sentence: for codes that come from stored data. */
export function isMessageCode(code: string): code is MessageCode {
  return messages.has(code);
}

/** The HTTP status of a code. */
export function statusOf(code: MessageCode): ProblemStatus {
  return messages.get(code)?.status ?? 500;
}

/** The sentence that explains a failure to a person, with its placeholders filled from the failure's values. */
export function sentenceOf(failure: Failure<MessageCode>, language: Language): string {
  return translate(failure.code, language, failure.values);
}
