import { cardOf, DemoPki, planAttempts, trustedCertificate } from '../../../src/devkit/index.js';
import { bytesNeedle, type Needle, textNeedle } from './needle-scan.js';

/** A synthetic co-signer's secrets: what nothing outside the seal may say. */
export interface Secrets {
  readonly index: number;
  /** The number of the person, and the one that was typed. */
  readonly nationalIds: readonly string[];
  readonly name: string;
  readonly holderSerialNumber: string;
  /** Of the signing certificate, as it stands in the certificate. */
  readonly certificateSerial: Uint8Array;
}

/** The secrets of everybody in a story. */
export function secretsOf(story: { readonly seed: string; readonly citizens: number }): readonly Secrets[] {
  // Keys and names hang on the seed alone, not on when the PKI was made or where it is served.
  const pki = DemoPki.create({ seed: story.seed, at: new Date('2026-03-02T01:00:00Z') });
  return planAttempts(story).map((attempt) => ({
    index: attempt.index,
    nationalIds: [...new Set([attempt.person.nationalId, attempt.nationalId])],
    name: attempt.person.name,
    holderSerialNumber: attempt.person.holderSerialNumber,
    certificateSerial: trustedCertificate(cardOf(attempt, pki).signingCertificate).serialNumber,
  }));
}

/** Needles for them in every encoding; a serial number also as decimal text and in colons, as tools print it. */
export function needlesOf(people: readonly Secrets[]): readonly Needle[] {
  return people.flatMap(({ index, nationalIds, name, holderSerialNumber, certificateSerial }) => {
    const hex = Buffer.from(certificateSerial).toString('hex');
    const label = (what: string): string => `${what} of attempt ${String(index)}`;
    return [
      ...nationalIds.map((id) => textNeedle(label('national ID'), id)),
      textNeedle(label('name'), name),
      textNeedle(label('holder serial number'), holderSerialNumber),
      bytesNeedle(label('certificate serial number'), certificateSerial),
      ...[hex, hex.toUpperCase(), BigInt(`0x${hex}`).toString(), hex.match(/../g)?.join(':') ?? hex].map(
        (text) => textNeedle(label('certificate serial number'), text),
      ),
    ];
  });
}
