import { contextConstructed, der, type DerReader, Tag } from '../der/index.js';
import { DerError } from '../der/index.js';
import type { RevocationReference } from '../revocation/reference.js';

/** What the platform says, over its own signature, about evidence it accepted. */
export interface IntakeJudgement {
  /** SHA-256 of the `certificates` field as stored: neither the signer's certificate nor an issuer's can be exchanged. */
  readonly certificatesDigest: Uint8Array;
  /** The revocation data the acceptance rests on. */
  readonly references: readonly RevocationReference[];
}

const digestBytes = 32;
/** CRL numbers have at most 20 octets (RFC 5280 5.2.3). */
const maximumNumberOctets = 21;

/**
 * ```
 * IntakeJudgement ::= SEQUENCE { certificates OCTET STRING (SIZE(32)), revocation SEQUENCE OF Reference }
 * Reference ::= CHOICE { crl [0] SEQUENCE { sha256 OCTET STRING (SIZE(32)), number INTEGER OPTIONAL },
 *                        ocsp [1] SEQUENCE { sha256 OCTET STRING (SIZE(32)) } }   -- IMPLICIT
 * ```
 */
export function encodeIntakeJudgement(judgement: IntakeJudgement): Uint8Array {
  return der.sequence(
    der.octetString(judgement.certificatesDigest),
    der.sequence(...judgement.references.map(encodeReference)),
  );
}

function encodeReference(reference: RevocationReference): Uint8Array {
  const digest = der.octetString(reference.sha256);
  if (reference.kind === 'ocsp') return der.context(1, digest);
  return reference.number === undefined
    ? der.context(0, digest)
    : der.context(0, digest, der.integer(BigInt(reference.number)));
}

/** Reads what {@link encodeIntakeJudgement} wrote. Throws DerError. */
export function readIntakeJudgement(reader: DerReader): IntakeJudgement {
  const inner = reader.into(Tag.sequence);
  const certificatesDigest = readDigest(inner);
  const list = inner.into(Tag.sequence);
  inner.end();
  const references: RevocationReference[] = [];
  while (!list.done) references.push(readReference(list));
  return { certificatesDigest, references };
}

function readReference(list: DerReader): RevocationReference {
  const ocsp = list.optionalInto(contextConstructed(1));
  if (ocsp !== undefined) {
    const sha256 = readDigest(ocsp);
    ocsp.end();
    return { kind: 'ocsp', sha256 };
  }
  const crl = list.into(contextConstructed(0));
  const sha256 = readDigest(crl);
  const number = crl.done ? undefined : readNumber(crl);
  crl.end();
  return { kind: 'crl', sha256, number };
}

function readDigest(reader: DerReader): Uint8Array {
  const digest = reader.octetString();
  if (digest.length !== digestBytes) throw new DerError('not a SHA-256 digest');
  return digest;
}

function readNumber(reader: DerReader): string {
  const octets = reader.integerOctets();
  if (octets[0] >= 0x80 || octets.length > maximumNumberOctets) throw new DerError('bad CRL number');
  return octets.reduce((value, octet) => value * 256n + BigInt(octet), 0n).toString();
}
