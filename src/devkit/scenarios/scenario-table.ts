import type { SignatureForm } from '../../core/cms/card.js';
import { twinNumber, withWrongCheckDigit } from '../people/national-id.js';
import type { Person, Population, RegisterStanding } from '../people/population.js';
import type { CardShape } from '../pki/card-issuer.js';
import type { SeededRandom } from '../random.js';
import { type Expectation, refusals } from './expectation.js';

/** What a scenario may use. `previous` is the good attempt just before it. */
interface Circumstances {
  readonly random: SeededRandom;
  readonly population: Population;
  readonly previous: Attempt;
}

/** How a scenario differs from an ordinary citizen who co-signs correctly with an ordinary card. */
export interface Scenario {
  readonly expect: Expectation;
  readonly vary: (circumstances: Circumstances) => Partial<Omit<Attempt, 'index' | 'scenario' | 'expect'>>;
}

const card = (shape: CardPlan['shape'], validity: CardPlan['validity'] = 'current'): { card: CardPlan } => ({
  card: { shape, validity },
});
const withCard =
  (shape: CardShape, validity: CardPlan['validity'] = 'current') =>
  (): { card: CardPlan } =>
    card(shape, validity);
/** A citizen who enters a wrong number. `number` makes it from the person. */
const typing =
  (number: (person: Person) => string) =>
  ({ population, random }: Circumstances): { person: Person; nationalId: string } => {
    const person = population.citizen(random);
    return { person, nationalId: number(person) };
  };
const standing =
  (of: RegisterStanding) =>
  ({ population, random }: Circumstances): { person: Person } => ({ person: population.citizen(random, of) });

/** Object identifiers of certificates that are not for natural persons at assurance level 3. */
const organisation = '2.16.886.1.100.3.2.1';
const anotherPolicy = '2.16.886.101.0.3.1';

/** Every scenario but the ordinary one, by name. */
export const specialScenarios = {
  'p256-card': { expect: 'accepted', vary: withCard({ keyKind: 'p256' }) },
  'p384-card': { expect: 'accepted', vary: withCard({ keyKind: 'p384', algorithm: 'ecdsa-sha384' }) },
  'third-generation-card': { expect: 'accepted', vary: withCard({ issuer: 'moicaG3' }) },
  'rsa-pss-signature': { expect: 'accepted', vary: withCard({ algorithm: 'rsa-pss-sha256' }) },
  'pkcs1-signature': { expect: 'accepted', vary: () => ({ form: 'pkcs1' }) },
  'cms-detached': { expect: 'accepted', vary: () => ({ form: 'cms-detached' }) },
  'cms-attached-without-attributes': {
    expect: 'accepted',
    vary: () => ({ form: 'cms-attached-without-attributes' }),
  },
  'cms-detached-without-attributes': {
    expect: 'accepted',
    vary: () => ({ form: 'cms-detached-without-attributes' }),
  },
  'revoked-after-signing': { expect: 'accepted', vary: () => ({ revocation: 'after' }) },

  'revoked-before': { expect: refusals.revoked, vary: () => ({ revocation: 'before' }) },
  'expired-certificate': { expect: refusals.expired, vary: withCard({}, 'expired') },
  'certificate-not-yet-valid': { expect: refusals.notYetValid, vary: withCard({}, 'not-yet') },
  'authority-of-the-same-name': { expect: refusals.untrusted, vary: withCard({ issuer: 'impostor' }) },
  'health-insurance-card': {
    expect: refusals.healthInsurance,
    vary: withCard({ issuer: 'healthInsurance' }),
  },
  'organisation-certificate': { expect: refusals.wrongType, vary: withCard({ subjectType: organisation }) },
  'certificate-of-another-policy': {
    expect: refusals.wrongType,
    vary: withCard({ policies: [anotherPolicy] }),
  },
  'encryption-certificate': {
    expect: refusals.wrongKeyUsage,
    vary: withCard({ signingKeyUsage: ['keyEncipherment', 'dataEncipherment'] }),
  },

  'number-of-another': {
    expect: refusals.numberOfAnother,
    vary: ({ population, random, previous }) => {
      const person = population.citizen(random, 'eligible', differentFrom(previous.nationalId.slice(-4)));
      return { person, nationalId: previous.nationalId };
    },
  },
  'wrong-check-digit': {
    expect: refusals.wrongCheckDigit,
    vary: typing(({ nationalId }) => withWrongCheckDigit(nationalId)),
  },
  'malformed-number': {
    expect: refusals.malformedNumber,
    vary: typing(({ nationalId }) => nationalId.toLowerCase()),
  },
  'resident-number': {
    expect: refusals.residentNumber,
    vary: ({ population, random }) => ({ person: population.resident(random) }),
  },

  'same-person-again': {
    expect: refusals.alreadyCoSigned,
    vary: ({ previous: { person, card } }) => ({ person, card }),
  },
  'same-person-with-renewed-card': {
    expect: refusals.alreadyCoSigned,
    vary: ({ previous: { person } }) => ({ person, ...card({ edition: 1 }) }),
  },
  'one-card-two-numbers': {
    expect: refusals.alreadyCoSigned,
    vary: ({ previous: { person, card } }) => ({ person, card, nationalId: twinNumber(person.nationalId) }),
  },
  'two-cards-one-number': {
    expect: 'D01',
    vary: ({ population, random, previous: { nationalId } }) => ({
      person: population.citizen(random, 'eligible', nationalId.slice(-4)),
      nationalId,
    }),
  },

  'tampered-signature': { expect: refusals.signatureWrong, vary: () => ({ tamper: 'signature' }) },
  'statement-of-another-case': {
    expect: refusals.statementWrong,
    vary: () => ({ statement: 'of-another-case' }),
  },
  'stale-challenge': { expect: refusals.staleChallenge, vary: () => ({ challenge: 'stale' }) },
  'challenge-of-another-case': {
    expect: refusals.foreignChallenge,
    vary: () => ({ challenge: 'of-another-case' }),
  },

  'not-in-the-register': { expect: 'R01', vary: standing('not-in-register') },
  'under-age': { expect: 'R02', vary: standing('under-age') },
  'under-guardianship': { expect: 'R03', vary: standing('guardianship') },
  'newly-resident': { expect: 'R04', vary: standing('newly-resident') },
  'died-before-submission': { expect: 'R05', vary: standing('dead') },
} as const satisfies Record<string, Scenario>;

/** A scenario's name. */
export type ScenarioName = 'ordinary-card' | keyof typeof specialScenarios;

function differentFrom(lastFour: string): string {
  return String((Number(lastFour) + 1) % 10_000).padStart(4, '0');
}

/** A card to issue: its shape, and its validity at the time of the PKI. */
export interface CardPlan {
  readonly shape: Omit<CardShape, 'notBefore' | 'notAfter'>;
  readonly validity: 'current' | 'expired' | 'not-yet';
}

/** One attempt to co-sign: everything needed to make it, and the result that it must have. */
export interface Attempt {
  /** From 0, in the order in which attempts are made. Some depend on the one before. */
  readonly index: number;
  readonly scenario: ScenarioName;
  /** Decided by the scenario alone. */
  readonly expect: Expectation;
  /** The card's holder. */
  readonly person: Person;
  /** The number that is entered and that stands in the statement. */
  readonly nationalId: string;
  readonly card: CardPlan;
  readonly form: SignatureForm;
  /** Which challenge to use: a good one, one older than ten minutes, or a fresh one of another case. */
  readonly challenge: 'fresh' | 'stale' | 'of-another-case';
  /** The case that the signed statement is about. */
  readonly statement: 'of-this-case' | 'of-another-case';
  /** What is changed after signing. */
  readonly tamper: 'nothing' | 'signature';
  /** When the signing certificate is revoked: before the co-signing begins, or after this co-signature is recorded. */
  readonly revocation: 'never' | 'before' | 'after';
}
