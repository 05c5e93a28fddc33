export { catalogues, isMessageCode, type MessageCode, sentenceOf, statusOf } from './catalogue.js';
export { pathMessages } from './catalogue/certificates.js';
export { fieldSentenceOf, fieldSentences } from './catalogue/fields.js';
export { type Message, type ProblemStatus, statusTitles, titleOf } from './catalogue/message.js';
export { paperFaultSentenceOf } from './catalogue/paper.js';
export { reasonGroupSentenceOf, reasonSentenceOf, reasonSentences } from './catalogue/reasons.js';
export { type CliFailureCode, cliSentences, cliText, type CliTextKey, isCliTextKey } from './cli-text.js';
export { defaultLanguage, type Language, preferredLanguage, type Sentence } from './translation.js';
