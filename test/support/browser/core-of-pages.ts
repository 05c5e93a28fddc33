/*
 * What the pages need of the core, in one file: the bundle in which `test/unit/core/in-a-browser.spec.ts` looks for node. The pages
 * themselves import each file of the core where they need it (docs/adr/0017).
 */
export { answerProbe, openRound, submitRound } from '../../../src/core/ceremony/index.js';
export { encryptToCertificate, generateRoundKey } from '../../../src/core/ceremony/round-key.js';
export {
  commitmentOfRecord,
  openRoundRecord,
  roundOpeningKey,
} from '../../../src/core/ceremony/round-records.js';
export { parseCardSignature } from '../../../src/core/cms/card.js';
export { encryptForCard } from '../../../src/core/cms/enveloped-data.js';
export { openWithPassphrase } from '../../../src/core/cms/open-envelope.js';
export { openForCard } from '../../../src/core/cms/open-for-card.js';
export { verifyCardSignatureByWebCrypto } from '../../../src/core/cms/verify-by-webcrypto.js';
export {
  hashLeafByWebCrypto,
  verifyInclusionByWebCrypto,
} from '../../../src/core/merkle/verify-by-webcrypto.js';
export { lastFourDigits, parseNationalId } from '../../../src/core/national-id.js';
export { parseDerOrPem } from '../../../src/core/pem.js';
export { verifyReceipt } from '../../../src/core/receipt.js';
export { caseDocument, renderSignIn, renderStatement } from '../../../src/core/statement/index.js';
export { nameAttribute, Oid, parseCertificate } from '../../../src/core/x509/index.js';
