export {
  collectingCase,
  issuedCase,
  type Sessions,
  signEverybodyIn,
  type TestCase,
  twoCases,
} from './cases.js';
export {
  challengeOf,
  citizen,
  citizens,
  coSign,
  coSignatureBody,
  type CoSignatureBody,
  ownCoSignaturesBody,
  signedBy,
  subjectOf,
} from './co-signers.js';
export { asOwner, contentsOf, copyDatabase } from './database.js';
export { addressesOf, type Ask, exchange, operationOf, type Seen, servedEndpoints } from './exchange.js';
export { refusedBodies, sensibleStaffBodies } from './staff-bodies.js';
export { House, type HouseApplication, origin } from './house.js';
