export { CardRefusal, type CardRefusalReason } from './card/card-refusal.js';
export { type CertifiedKey, MockCard, type MockCardParts } from './card/mock-card.js';
export { buildSignedData, type SignedDataShape } from './card/signed-data.js';
export { type KeyKind, type KeyPair, privateKeyPem } from './keys/key-pair.js';
export { KeyPool, makeKey } from './keys/key-pool.js';
export { algorithmIdentifier, type SignatureAlgorithm, signWith } from './keys/signature-algorithm.js';
export { ManualClock } from './manual-clock.js';
export { type Authorities, type AuthorityLabel, moicaName } from './pki/authorities.js';
export type { Authority } from './pki/authority.js';
export type { CardHolder, CardShape } from './pki/card-issuer.js';
export { DemoPki, type DemoPkiOptions, type IssuedCrl } from './pki/demo-pki.js';
export { DemoPkiServer } from './pki/demo-pki-server.js';
export { certifiedSigner, type Office } from './pki/office.js';
export { OcspResponder } from './pki/ocsp-responder.js';
export { pem } from './pki/pem.js';
export { platformFiles } from './pki/platform-files.js';
export { SeededRandom } from './random.js';
export { StoryClock } from './story-clock.js';
export * from './x509/index.js';
export { HouseholdRegister } from './people/household-register.js';
export { type Person, type RegisterResult, registerResults, type RegisterStanding } from './people/person.js';
export { personFor, Population } from './people/population.js';
export type { Attempt, CardPlan } from './scenarios/attempt.js';
export { type ExpectedCounts, expectedCounts } from './scenarios/expected-counts.js';
export {
  type Expectation,
  isStruckOut,
  type Refusal,
  refusals,
  type StruckOutReason,
  struckOutReasons,
} from './scenarios/expectation.js';
export {
  buildCoSignature,
  cardOf,
  type CoSignatureRequest,
  type CoSigningMeans,
  revokeAfter,
  revokeBefore,
} from './scenarios/perform.js';
export { householdRegister, planAttempts } from './scenarios/plan-attempts.js';
export { type ScenarioName, specialScenarios } from './scenarios/scenario-table.js';
export {
  type AnswerRow,
  type AnswerTampering,
  type AnswerTamperingName,
  answerTamperings,
} from './moi/answer-tampering.js';
export { MockMoi, type MockMoiParts, type SealedFiles } from './moi/mock-moi.js';
export { RosterRefusal } from './moi/roster-file.js';
