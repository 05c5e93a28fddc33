import { afterAll, describe, expect, it } from '@jest/globals';
import {
  commitmentOf,
  openEvidence,
  openingKey,
  openRecord,
  sealingKey,
  sealRecord,
  sealToKey,
} from '../../../../src/core/cms/index.js';
import { der } from '../../../../src/core/der/index.js';
import { valueOf } from '../../../../src/devkit/index.js';
import { certified, ecPair, pemOf, pkcs8Of, spkiOf } from '../../../support/cms/certificates.js';
import { digest } from '../../../support/cms/signed-data.js';
import { OpensslFolder } from '../../../support/openssl.js';

const lead = certified(ecPair());
const commission = certified(ecPair());
const keys = {
  lead: sealingKey(spkiOf(lead.publicKey)),
  commission: sealingKey(spkiOf(commission.publicKey)),
};
const evidence = Buffer.alloc(3000, '證據');
const nationalId = 'A123456789';
const openssl = new OpensslFolder();
afterAll(() => openssl.remove());
for (const [name, { privateKey, certificate }] of Object.entries({ lead, commission })) {
  openssl.put(`${name}.key`, privateKey.export({ format: 'pem', type: 'pkcs8' }));
  openssl.put(`${name}.pem`, pemOf(certificate));
}
const decrypt = ['cms', '-decrypt', '-binary', '-inform', 'DER'];
const encrypt = ['cms', '-encrypt', '-binary', '-aes-256-gcm', '-keyid', '-outform', 'DER'];

describe('a sealed record', () => {
  it.each([0, 1, 100, 3500, 65_536])('of %i bytes of evidence opens in two steps', (length) => {
    const content = { nationalId, evidence: Buffer.alloc(length, 7) };
    const record = valueOf(openRecord(sealRecord(content, keys), lead.privateKey));
    expect(record.nationalId).toBe(nationalId);
    expect(openEvidence(record, commission.privateKey)).toEqual({ ok: true, value: content.evidence });
  });

  it('opens with a KeyObject, PKCS #8 and a key made ready', () => {
    const record = sealRecord({ nationalId, evidence }, keys);
    const ready = [lead, commission].map(({ privateKey }) => openingKey(privateKey)!);
    for (const [one, other] of [ready, [pkcs8Of(lead.privateKey), pkcs8Of(commission.privateKey)]])
      expect(openEvidence(valueOf(openRecord(record, one!)), other!)).toEqual({ ok: true, value: evidence });
  });

  it('shows the lead no number where none was given', () => {
    const record = valueOf(
      openRecord(sealRecord({ nationalId: undefined, evidence }, keys), lead.privateKey),
    );
    expect(record.nationalId).toBeUndefined();
    expect(openEvidence(record, commission.privateKey).ok).toBe(true);
  });

  it('opens to neither alone: not for the commission outside, not for the lead inside', () => {
    const record = sealRecord({ nationalId, evidence }, keys);
    expect(openRecord(record, commission.privateKey)).toMatchObject({
      failure: { code: 'record-not-for-this-key' },
    });
    expect(openEvidence(valueOf(openRecord(record, lead.privateKey)), lead.privateKey)).toMatchObject({
      failure: { code: 'record-not-for-this-key' },
    });
  });

  it.each([
    ['with a number', nationalId, 19],
    ['without', undefined, 7],
  ])('opens with openssl in three commands, %s', (_what, number, offset) => {
    openssl.put('record.der', sealRecord({ nationalId: number, evidence }, keys));
    openssl.must(...decrypt, '-in', 'record.der', '-inkey', 'lead.key', '-out', 'lead-record.der');
    const shown = openssl.must('asn1parse', '-inform', 'DER', '-in', 'lead-record.der').toString();
    expect(
      shown.split('\n').some((line) => line.includes(`${offset}:d=1`) && line.includes('OCTET STRING')),
    ).toBe(true);
    expect(openssl.get('lead-record.der').includes(nationalId)).toBe(number !== undefined);
    openssl.must(
      ...['asn1parse', '-inform', 'DER', '-in', 'lead-record.der', '-strparse', String(offset)],
      ...['-noout', '-out', 'sealed-evidence.der'],
    );
    expect(openssl.must(...decrypt, '-in', 'sealed-evidence.der', '-inkey', 'commission.key')).toEqual(
      evidence,
    );
  });

  it('of openssl’s opens here', () => {
    openssl.put('content', evidence);
    openssl.must(...encrypt, '-in', 'content', '-out', 'inner.der', '-recip', 'commission.pem');
    openssl.put('lead-record', leadRecord({ evidence: openssl.get('inner.der') }));
    openssl.must(...encrypt, '-in', 'lead-record', '-out', 'theirs.der', '-recip', 'lead.pem');
    const record = valueOf(openRecord(openssl.get('theirs.der'), lead.privateKey));
    expect(record.nationalId).toBe(nationalId);
    expect(openEvidence(record, commission.privateKey)).toEqual({ ok: true, value: evidence });
  });

  it('has an ephemeral key of its own in each layer', () => {
    const record = sealRecord({ nationalId, evidence }, keys);
    const { sealedEvidence } = valueOf(openRecord(record, lead.privateKey));
    const point = (bytes: Uint8Array): string => {
      const start = Buffer.from(bytes).indexOf(Buffer.from('034200', 'hex')) + 3;
      return Buffer.from(bytes.subarray(start, start + 65)).toString('hex');
    };
    expect(point(record)).toMatch(/^04/);
    expect(point(sealedEvidence)).toMatch(/^04/);
    expect(point(sealedEvidence)).not.toBe(point(record));
  });

  it('has its SHA-256 for commitment', () => {
    const record = sealRecord({ nationalId, evidence }, keys);
    expect(commitmentOf(record)).toEqual(digest(record));
  });

  it('may not be larger than 64 KiB of evidence', () => {
    expect(() => sealRecord({ nationalId, evidence: Buffer.alloc(70_000) }, keys)).toThrow(RangeError);
  });
});

const sealedEvidence = sealToKey(evidence, keys.commission);

/** A LeadRecord written field by field; by default a good one. */
function leadRecord(
  edit: {
    readonly version?: Uint8Array;
    readonly number?: Uint8Array;
    readonly evidence?: Uint8Array;
    readonly field?: Uint8Array;
    readonly more?: Uint8Array;
  } = {},
): Uint8Array {
  return der.sequence(
    edit.version ?? der.integer(1),
    edit.number ?? der.contextOctets(0, Buffer.from(nationalId)),
    edit.field ?? der.octetString(edit.evidence ?? sealedEvidence),
    edit.more ?? new Uint8Array(),
  );
}

/** Opens both layers of a record that holds these bytes for the lead: `ok`, or the code. */
function outcome(content: Uint8Array): string {
  const record = openRecord(sealToKey(content, keys.lead), lead.privateKey);
  if (!record.ok) return record.failure.code;
  const opened = openEvidence(record.value, commission.privateKey);
  return opened.ok ? 'ok' : `evidence: ${opened.failure.code}`;
}

const text = (value: string): Uint8Array => der.contextOctets(0, Buffer.from(value));
const flipped = Uint8Array.from(sealedEvidence);
flipped[flipped.length - 1]! ^= 1;
const wholeContent = leadRecord().subarray(4);

describe('what the lead’s layer holds', () => {
  it.each<[string, Uint8Array]>([
    ['a LeadRecord', leadRecord()],
    ['one without a number', leadRecord({ number: new Uint8Array() })],
    ['a number of no characters', leadRecord({ number: text('') })],
    ['every other character of a PrintableString', leadRecord({ number: text("az09 '()+,-./:=?") })],
  ])('opens: %s', (_what, content) => {
    expect(outcome(content)).toBe('ok');
  });

  it.each<[string, Uint8Array]>([
    ['nothing', new Uint8Array()],
    ['evidence as it is', evidence],
    ['the sealed evidence alone', sealedEvidence],
    ['version 0', leadRecord({ version: der.integer(0) })],
    ['version 2', leadRecord({ version: der.integer(2) })],
    ['a version in two octets', leadRecord({ version: der.encode(0x02, Uint8Array.of(0, 1)) })],
    ['no version', leadRecord({ version: new Uint8Array() })],
    [
      'a number that is not implicit',
      leadRecord({ number: der.context(0, der.printableString(nationalId)) }),
    ],
    ['a number without its tag', leadRecord({ number: der.printableString(nationalId) })],
    ['a number under [1]', leadRecord({ number: der.contextOctets(1, Buffer.from(nationalId)) })],
    ['two numbers', leadRecord({ number: Buffer.concat([text(nationalId), text(nationalId)]) })],
    ['an underline in the number', leadRecord({ number: text('A12345678_') })],
    ['a character of UTF-8 in the number', leadRecord({ number: text('Ａ123456789') })],
    [
      'an octet of ISO 8859-1 in the number',
      leadRecord({ number: der.contextOctets(0, Uint8Array.of(0xc4)) }),
    ],
    ['a line end in the number', leadRecord({ number: text('A123456789\n') })],
    ['a NUL in the number', leadRecord({ number: text('A123456789\0') })],
    ['evidence in a BIT STRING', leadRecord({ field: der.bitString(sealedEvidence) })],
    ['evidence that is not wrapped', leadRecord({ field: sealedEvidence })],
    ['no evidence', leadRecord({ field: new Uint8Array() })],
    [
      'the evidence before the number',
      leadRecord({ number: der.octetString(sealedEvidence), field: text(nationalId) }),
    ],
    ['a field more', leadRecord({ more: der.nullValue() })],
    ['a byte behind it', Buffer.concat([leadRecord(), Uint8Array.of(0)])],
    ['a second LeadRecord behind it', Buffer.concat([leadRecord(), leadRecord()])],
    ['a SET', der.setOf(leadRecord())],
    ['an indefinite length', Buffer.concat([Uint8Array.of(0x30, 0x80), wholeContent, Uint8Array.of(0, 0)])],
    [
      'a length in three octets where two are enough',
      Buffer.concat([
        Uint8Array.of(0x30, 0x83, 0, wholeContent.length >> 8, wholeContent.length & 255),
        wholeContent,
      ]),
    ],
    ['a length in five octets', Buffer.concat([Uint8Array.of(0x30, 0x85, 0, 0, 0, 0, 5), wholeContent])],
    ['its end cut off', leadRecord().subarray(0, -1)],
  ])('is refused: %s', (_edit, content) => {
    expect(outcome(content)).toBe('record-content-malformed');
  });

  it.each<[string, Uint8Array, string]>([
    ['nothing', new Uint8Array(), 'evidence: record-malformed'],
    ['evidence as it is', evidence, 'evidence: record-malformed'],
    ['another LeadRecord', leadRecord(), 'evidence: record-malformed'],
    ['a byte behind it', Buffer.concat([sealedEvidence, Uint8Array.of(0)]), 'evidence: record-malformed'],
    ['sealed to the lead', sealToKey(evidence, keys.lead), 'evidence: record-not-for-this-key'],
    ['changed since', flipped, 'evidence: record-authentication-failed'],
  ])('has evidence that does not open: %s', (_edit, inner, code) => {
    expect(outcome(leadRecord({ evidence: inner }))).toBe(code);
  });
});
