export {
  type CardFault,
  cardFaultNames,
  cardFaults,
  type PopupBehaviour,
  popupBehaviours,
} from './card-server/card-faults.js';
export type { ServedCard } from './card-server/card-program.js';
export { CardServer, cardServerPort, type CardServerSettings } from './card-server/card-server.js';
export {
  type DemoCard,
  type DemoCardName,
  demoCardNames,
  demoCardPin,
  issueDemoCardsOfEveryKind,
} from './card-server/demo-cards.js';
export { type CertifiedKey, MockCard, type MockCardOptions, trustedCertificate } from './card/mock-card.js';
export { buildSignedData, cmsAttribute, type SignedDataShape } from './card/signed-data.js';
export { ManualClock, StoryClock } from './clock.js';
export { keyFolder } from './keys/key-folder.js';
export { type KeyKind, type KeyPair, privateKeyPem } from './keys/key-pair.js';
export { KeyPool, type KeyStore, makeKey } from './keys/seeded-key.js';
export { algorithmIdentifier, type SignatureAlgorithm, signWith } from './keys/signature-algorithm.js';
export {
  MockMobileService,
  type MockMobileServiceSettings,
  type MockPhone,
  type PhoneManner,
  type ServiceReply,
} from './mobile/mock-mobile-service.js';
export {
  type AnswerRow,
  type AnswerTampering,
  type AnswerTamperingName,
  answerTamperings,
} from './moi/answer-tampering.js';
export { MockMoi, type MockMoiDependencies, type SealedFiles } from './moi/mock-moi.js';
export { RosterRefusal } from './moi/roster-file.js';
export { enteredFile, planPaperRows, type PlannedPaperRow, settlementOf } from './paper/paper-plan.js';
export {
  HouseholdRegister,
  type Person,
  personFor,
  Population,
  type RegisterResult,
  registerResults,
  type RegisterStanding,
} from './people/population.js';
export { type Authorities, type Authority, type AuthorityLabel, moicaName } from './pki/authority.js';
export type { CardHolder, CardShape } from './pki/card-issuer.js';
export { DemoPkiServer } from './pki/demo-pki-server.js';
export { DemoPki, type DemoPkiOptions, type IssuedCrl } from './pki/demo-pki.js';
export { OcspResponder } from './pki/ocsp-responder.js';
export { certifiedSigner, type Office, type OfficeUse } from './pki/office.js';
export { platformFiles } from './pki/platform-files.js';
export { SeededRandom } from './random.js';
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
export {
  type ExpectedCounts,
  expectedCounts,
  householdRegister,
  planAttempts,
} from './scenarios/plan-attempts.js';
export {
  type Attempt,
  type CardPlan,
  type ScenarioName,
  specialScenarios,
} from './scenarios/scenario-table.js';
export {
  ApiClient,
  ApiProblem,
  base64,
  fromBase64,
  signatureJson,
  signInLead,
  signInStaff,
} from './story/api-client.js';
export { type RemedyToDecide, StaffClient } from './story/staff-client.js';
export { remedyBody, type WantedRemedy } from './story/remedies.js';
export { type LeadCaseToSign, openAsLead, roundOpening } from './story/opening.js';
export { PaperDesk } from './story/paper.js';
export { writePaperRows, writePeople, writeRemedies, writeStory } from './story/output-folder.js';
export { type DemoPlay, startPlay } from './story/play.js';
export { registerCase, type RegisteredCase } from './story/registration.js';
export {
  type DemoPeople,
  demoStaff,
  issueDemoCards,
  type ProgressReporter,
  type StoryContext,
} from './story/story-context.js';
export { type DemoStory, runDemoStory } from './story/story.js';
export { prepareSubmission, submitAsLead } from './story/submission.js';
export { valueOf } from './value-of.js';
export { buildCertificate, type CertificateShape } from './x509/certificate-builder.js';
export { buildCrl, type CrlEntryShape, type CrlShape } from './x509/crl-builder.js';
export {
  authorityInfoAccess,
  authorityKeyIdentifier,
  basicConstraints,
  certificatePolicies,
  encodeExtension,
  extendedKeyUsage,
  extension,
  type ExtensionShape,
  inhibitAnyPolicy,
  keyUsage,
  type KeyUsageBit,
  nameConstraints,
  ocspNoCheck,
  policyConstraints,
  policyMappings,
  subjectAltName,
  subjectDirectoryAttributes,
  subjectKeyIdentifier,
} from './x509/extension.js';
export {
  commonName,
  country,
  distinguishedName,
  distinguishedNameOfSets,
  generalName,
  generalNames,
  type GeneralNameShape,
  holderSerial,
  type NameAttributeShape,
  organization,
  unit,
} from './x509/name.js';
export {
  buildOcspError,
  buildOcspResponse,
  type OcspCertificateId,
  ocspCertificateId,
  type OcspShape,
  type OcspSingleShape,
  type OcspStatus,
} from './x509/ocsp-builder.js';
export {
  certificateIssuer,
  crlDistributionPoints,
  crlNumber,
  crlReason,
  deltaCrlIndicator,
  type DistributionPointShape,
  freshestCrl,
  invalidityDate,
  issuingDistributionPoint,
  type ReasonFlag,
  type RevocationReason,
} from './x509/revocation-extension.js';
