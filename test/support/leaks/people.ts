import { cardOf, planAttempts, planPaperRows, trustedCertificate } from '../../../src/devkit/index.js';
import { demoPki } from '../demo-pki.js';
import { bytesNeedle, type Needle, textNeedle } from './needle-scan.js';

/** The secrets of a synthetic co-signer. They may stand only inside sealed records. */
export interface Secrets {
  readonly index: number;
  /** The person's number, and the number that was entered. */
  readonly nationalIds: readonly string[];
  readonly name: string;
  readonly holderSerialNumber: string;
  /** The serial number of the signing certificate (content octets). */
  readonly certificateSerial: Uint8Array;
}

/** The secrets of every co-signer in a story. */
export function secretsOf(story: { readonly seed: string; readonly citizens: number }): readonly Secrets[] {
  // Keys and names depend only on the seed, not on the PKI's time or address.
  const pki = demoPki({ seed: story.seed });
  return planAttempts(story).map((attempt) => ({
    index: attempt.index,
    nationalIds: [...new Set([attempt.person.nationalId, attempt.nationalId])],
    name: attempt.person.name,
    holderSerialNumber: attempt.person.holderSerialNumber,
    certificateSerial: trustedCertificate(cardOf(attempt, pki).signingCertificate).serialNumber,
  }));
}

/** The needles for every whole number that a story's paper rows bear, or that one of the two people typed. */
export function needlesOfPaper(story: {
  readonly seed: string;
  readonly citizens: number;
}): readonly Needle[] {
  const rows = planPaperRows(story.seed, planAttempts(story));
  const entered = rows.flatMap((row) =>
    [row, row.first, row.second].flatMap((each) => (each === undefined ? [] : [{ ...row, ...each }])),
  );
  const whole = entered.filter(({ nationalId }) => nationalId.length === 10);
  const numbers = new Map(whole.map(({ nationalId, page, line }) => [nationalId, `${page}-${line}`]));
  return Array.from(numbers, ([number, place]) => textNeedle(`national ID of paper row ${place}`, number));
}

/**
 * The needles for these secrets in every encoding. A certificate's serial number also in decimal and with colons, as tools print
 * it.
 */
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
