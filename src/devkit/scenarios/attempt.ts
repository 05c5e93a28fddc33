import type { SignatureForm } from '../../core/cms/card.js';
import type { Person } from '../people/person.js';
import type { CardShape } from '../pki/card-issuer.js';
import type { Expectation } from './expectation.js';
import type { ScenarioName } from './scenario-table.js';

/** A card to be issued: its shape, and its validity relative to the time the PKI is made for. */
export interface CardPlan {
  readonly shape: Omit<CardShape, 'notBefore' | 'notAfter'>;
  readonly validity: 'current' | 'expired' | 'not-yet';
}

/** One try at co-signing: all that a driver needs to make it, and what must become of it. */
export interface Attempt {
  /** From 0, the order in which attempts are made: some rely on the one before. */
  readonly index: number;
  readonly scenario: ScenarioName;
  /** Follows from the scenario alone. */
  readonly expect: Expectation;
  /** Who holds the card. */
  readonly person: Person;
  /** The number that is typed and that the statement names. */
  readonly nationalId: string;
  readonly card: CardPlan;
  readonly form: SignatureForm;
  /** Which challenge to fetch: a good one, one older than ten minutes, or a fresh one of another case. */
  readonly challenge: 'fresh' | 'stale' | 'of-another-case';
  /** Which case the signed statement is about. */
  readonly statement: 'of-this-case' | 'of-another-case';
  /** What is changed after signing. */
  readonly tamper: 'nothing' | 'signature';
  /** When the signing certificate is revoked: before any co-signing, or once this one is recorded. */
  readonly revocation: 'never' | 'before' | 'after';
}
