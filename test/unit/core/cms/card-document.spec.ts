import { afterAll, describe, expect, it } from '@jest/globals';
import { openEnvelopeWithKey } from '../../../../src/core/cms/card-decryption.js';
import { encryptForCard, openForCard, signDocument, signForCard } from '../../../../src/core/cms/index.js';
import { valueOf } from '../../../../src/devkit/index.js';
import {
  certified,
  certifiedSignerOf,
  ecPair,
  pemOf,
  rsaPair,
  testCa,
} from '../../../support/cms/certificates.js';
import { OpensslFolder } from '../../../support/openssl.js';

const csv = Buffer.from('national_id,code,reason\r\nA123456789,R05,…\r\n');
const at = new Date('2026-02-03T04:05:06Z');
const commission = certified(ecPair());
const another = certified(ecPair(), { serial: 8 });
/** Another certificate of the commission's key. */
const renewed = certified(commission, { serial: 9 });
const lead = certified(rsaPair(), { serial: 10 });
const stranger = certified(rsaPair(), { serial: 11 });
const cardOf = (holder: typeof lead) => ({
  decrypt: async (envelope: Uint8Array) =>
    valueOf(await openEnvelopeWithKey(envelope, holder.certificate.der, holder.privateKey)),
});
const made = (): Promise<Uint8Array> =>
  signForCard(csv, certifiedSignerOf(commission), at, lead.certificate.der);
const enveloped = (content: Uint8Array): Promise<Uint8Array> =>
  encryptForCard(content, [lead.certificate.der]);
const signedBy = (signer: typeof commission): Promise<Uint8Array> =>
  signDocument(csv, certifiedSignerOf(signer), at);
const openssl = new OpensslFolder();
afterAll(() => openssl.remove());

describe('a document for a card', () => {
  it('opens with the card, and says who signed it and when', async () => {
    const opened = await openForCard(await made(), cardOf(lead), commission.certificate.der);
    expect(opened).toMatchObject({ ok: true, value: { content: new Uint8Array(csv), signedAt: at } });
    expect(valueOf(opened).signer.der).toEqual(commission.certificate.der);
  });

  it('is opened and verified by openssl', async () => {
    openssl.put('list.p7m', await made());
    openssl.put('lead.key', lead.privateKey.export({ format: 'pem', type: 'pkcs8' }));
    openssl.put('lead.pem', pemOf(lead.certificate));
    openssl.put('anchors.pem', pemOf(testCa));
    openssl.must(
      ...['cms', '-decrypt', '-binary', '-inform', 'DER', '-in', 'list.p7m', '-inkey', 'lead.key'],
      ...['-recip', 'lead.pem', '-out', 'list.p7s'],
    );
    const out = openssl.must(
      ...['cms', '-verify', '-binary', '-cades', '-inform', 'DER', '-in', 'list.p7s'],
      ...['-CAfile', 'anchors.pem', '-purpose', 'any', '-attime', '1800000000'],
    );
    expect(out).toEqual(csv);
  });

  it.each<[string, () => Promise<Uint8Array>, string]>([
    ['without a signature', () => enveloped(csv), 'evidence-malformed'],
    ['signed by another', async () => enveloped(await signedBy(another)), 'card-document-signed-by-another'],
    [
      'signed with another certificate of the same key',
      async () => enveloped(await signedBy(renewed)),
      'card-document-signed-by-another',
    ],
    [
      'with a row changed',
      async () => enveloped(replaced(await signedBy(commission), 'A123456789', 'A123456790')),
      'evidence-message-digest-wrong',
    ],
    [
      'with a changed signature',
      async () => {
        const signed = Buffer.from(await signedBy(commission));
        signed[signed.length - 1]! ^= 1;
        return enveloped(signed);
      },
      'evidence-signature-wrong',
    ],
    ['cut short', async () => (await made()).subarray(0, -1), 'card-document-not-opened'],
    [
      'for another card',
      () => signForCard(csv, certifiedSignerOf(commission), at, stranger.certificate.der),
      'card-document-not-opened',
    ],
    ['that is no envelope', () => signedBy(commission), 'card-document-not-opened'],
  ])('is refused %s', async (_what, make, code) => {
    const opened = await openForCard(await make(), cardOf(lead), commission.certificate.der);
    expect(opened).toMatchObject({ ok: false, failure: { code } });
  });

  it('never opens as something else, whatever byte of the ciphertext is changed', async () => {
    const honest = Buffer.from(await made());
    // The ciphertext is the end of the envelope. CBC turns a changed byte into a changed byte of the next block.
    for (let index = honest.length - 1000; index < honest.length; index += 7) {
      const changed = Buffer.from(honest);
      changed[index]! ^= 1;
      const opened = await openForCard(changed, cardOf(lead), commission.certificate.der);
      if (opened.ok) throw new Error(`byte ${index} makes no difference`);
    }
  });

  function replaced(bytes: Uint8Array, before: string, after: string): Uint8Array {
    const copy = Buffer.from(bytes);
    copy.write(after, copy.indexOf(before));
    return copy;
  }
});
