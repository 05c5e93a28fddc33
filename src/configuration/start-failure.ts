import type { Failure } from '../core/result.js';

/** Why the platform, or a command with a person's card, can't start, where its user can correct the cause. */
type StartFailureCode =
  /** Environment variables have wrong values; value `names`. */
  | 'configuration-wrong'
  /** Keys or certificates are not there. Only `lianshu init` makes keys; values `folder`, `names`. */
  | 'start-keys-missing'
  /** Others than the owner may read keys, or look into their folder; values `folder`, `names`. */
  | 'start-keys-readable'
  /** The key that is shared with the service of the mobile certificate isn't 32 octets in base64; values `folder`, `names`. */
  | 'start-mobile-key-malformed'
  /** Keys are in a token, and the package that speaks to it isn't installed; value `package`. */
  | 'start-token-library-missing'
  /** The token with the keys can't be used; values `token`, `reason`. */
  | 'start-token-unusable'
  /** A certificate doesn't allow what its key is for; values `file`, `lacking`. */
  | 'start-certificate-unfit'
  /** The commission signs and decrypts with one key; value `names`. */
  | 'start-keys-not-apart'
  /** The intake key of this server is not one that the database knows; value `folder`. */
  | 'start-intake-key-unknown'
  /** `trust.json` or its certificates can't be read; value `folder`. */
  | 'start-trust-unreadable'
  /** `trust.json` can be read, but its content is wrong; values `folder`, `reason`. */
  | 'start-trust-wrong'
  /** A role of the database can't log in, and the owner may not give it a login; value `role`. */
  | 'database-logins-missing'
  /** A migration of this program hasn't run in the database; value `migration`. */
  | 'database-schema-older'
  /** A migration has run in the database that this program doesn't have; value `migration`. */
  | 'database-schema-newer'
  /** The PostgreSQL server is too old; values `version`, `oldest`. */
  | 'database-too-old'
  /** A PKCS #12 file can't be read as one; value `file`. */
  | 'pkcs12-malformed'
  /** The passphrase of a PKCS #12 file is wrong, or the file was changed; value `file`. */
  | 'pkcs12-passphrase-wrong'
  /** A PKCS #12 file is encrypted in a way of old programs, or has no MAC; value `file`. */
  | 'pkcs12-not-supported'
  /** A person's card, file or token, lacks a certificate with its key; value `lacking`: `signing` or `encryption`. */
  | 'card-certificate-missing'
  /** No token, or more than one, is what a person's card can be; values `module`, `found`. */
  | 'card-token-not-found'
  /** The PKCS #11 module of a person's card can't be used; values `module`, `reason`. */
  | 'card-token-unusable'
  /** Another demo is running in this folder; values `pid`, `file`. */
  | 'demo-running';

/** A failure to start that the operator can correct. The command line has a sentence for each code. */
export class StartFailure extends Error {
  override readonly name = 'StartFailure';

  constructor(
    readonly failure: Failure<StartFailureCode>,
    options?: ErrorOptions,
  ) {
    const values = Object.values(failure.values ?? {}).join(', ');
    super(`${failure.code}: ${values}`, options);
  }
}
