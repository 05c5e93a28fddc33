import { createPublicKey } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { valueOf } from '../../../../src/devkit/index.js';
import {
  answerProbe,
  type OpenedRound,
  openRound,
  submitRound,
} from '../../../../src/core/ceremony/index.js';
import { encryptToCertificate, openWithRoundKey } from '../../../../src/core/ceremony/round-key.js';
import { openEnvelopeWithKey } from '../../../../src/core/cms/card-decryption.js';
import {
  type Card,
  openSealed,
  openWithPassphrase,
  parseSignedDocument,
  sealingKey,
  sealToKey,
} from '../../../../src/core/cms/index.js';
import type { CaseNumber } from '../../../../src/core/identifiers.js';
import { renderKeyStatement, renderSubmissionStatement } from '../../../../src/core/statement/index.js';
import {
  ecPair,
  type CertifiedPair,
  certified,
  pkcs8Of,
  pssPair,
  rsaPair,
  spkiOf,
} from '../../../support/cms/certificates.js';
import { digest, signedDataBy } from '../../../support/cms/signed-data.js';

const caseNumber = '9001' as CaseNumber;
const undertaking = '本人切結所持金鑰僅用於本案。';
const signing = certified(rsaPair());
const encryption = certified(rsaPair(), { serial: 8 });
const deputy = certified(rsaPair(), { serial: 9 });
const probe = Buffer.from('a probe of the server’s');

function cardWith(decrypting: CertifiedPair, listed = decrypting): Card {
  return {
    signingCertificate: signing.certificate.der,
    encryptionCertificate: listed.certificate.der,
    sign: (content) => Promise.resolve({ form: 'cms', signedData: signedDataBy(signing, content) }),
    decrypt: async (envelope) =>
      valueOf(await openEnvelopeWithKey(envelope, decrypting.certificate.der, decrypting.privateKey)),
  };
}

const card = cardWith(encryption);
const another = cardWith(deputy);
const lying: Card = { ...card, decrypt: () => Promise.resolve(Buffer.from('no key at all')) };

const opening = {
  card,
  caseNumber,
  round: 1,
  origin: 'https://connect.example.gov.tw',
  mode: 'number-to-lead',
  commissionRoundKey: spkiOf(ecPair().publicKey),
  undertaking,
} as const;
let opened: OpenedRound;
beforeAll(async () => {
  opened = valueOf(
    await openRound({
      ...opening,
      deputies: [deputy.certificate.der],
      passphrase: 'staple',
    }),
  );
});

describe('opening a round', () => {
  it('wraps the key that is published, for card, deputy and passphrase', async () => {
    const keys = [
      await card.decrypt(opened.wrappedKey),
      await another.decrypt(opened.wrappedKey),
      valueOf(await openWithPassphrase(opened.wrappedKey, 'staple')),
    ];
    for (const key of keys) {
      const publicKey = createPublicKey({ key: toPem(key), format: 'pem' });
      expect(publicKey.export({ format: 'der', type: 'spki' })).toEqual(Buffer.from(opened.publicKey));
    }
  });

  it('has the card sign the key statement', () => {
    const signed = valueOf(parseSignedDocument(opened.keyStatement));
    expect(signed.content).toEqual(
      renderKeyStatement({
        caseNumber,
        round: 1,
        origin: opening.origin,
        mode: opening.mode,
        publicKeyDigest: digest(opened.publicKey),
        commissionKeyDigest: digest(opening.commissionRoundKey),
        wrappedKeyDigest: digest(opened.wrappedKey),
        undertaking,
      }),
    );
  });

  it('needs neither deputies nor passphrase', async () => {
    expect(await openRound(opening)).toMatchObject({ ok: true });
  });

  it.each([
    ['the card can’t open what was wrapped for it', cardWith(deputy, encryption), 'ceremony-key-not-opened'],
    ['the card opens something else', lying, 'ceremony-key-mismatch'],
  ])('stops where %s', async (_what, broken, code) => {
    const result = await openRound({ ...opening, card: broken });
    expect(result).toMatchObject({ failure: { code } });
  });
});

describe('the probe', () => {
  const sealed = (publicKey: Uint8Array): Uint8Array => sealToKey(probe, sealingKey(publicKey));

  it('is answered by way of the card', async () => {
    const answer = await answerProbe(card, opened.wrappedKey, sealed(opened.publicKey));
    expect(answer).toEqual({ ok: true, value: Uint8Array.from(probe) });
  });

  it.each([
    [
      'another card',
      (): Card => cardWith(signing),
      (): Uint8Array => sealed(opened.publicKey),
      'ceremony-key-not-opened',
    ],
    [
      'another key',
      (): Card => card,
      (): Uint8Array => sealed(spkiOf(ecPair().publicKey)),
      'ceremony-probe-not-opened',
    ],
    ['random bytes', (): Card => card, (): Uint8Array => Buffer.from('random'), 'ceremony-probe-not-opened'],
    [
      'a probe for a certificate',
      (): Card => card,
      (): Uint8Array => sealedToRsa,
      'ceremony-probe-not-opened',
    ],
  ])('is not answered with %s', async (_what, by, bytes, code) => {
    expect(await answerProbe(by(), opened.wrappedKey, bytes())).toMatchObject({ failure: { code } });
  });
});

let sealedToRsa: Uint8Array;
beforeAll(async () => {
  sealedToRsa = await encryptToCertificate(probe, deputy.certificate.der);
});

describe.each([
  ['RSA', certified(rsaPair(), { serial: 20 })],
  ['P-256', certified(ecPair(), { serial: 21 })],
])('submitting to a commission with a key of %s', (_kind, commission) => {
  const draft = {
    caseNumber,
    round: 1 as const,
    origin: opening.origin,
    recordCount: 300,
    merkleRoot: new Uint8Array(32),
  };
  const submission = (by: Card, publicKey = opened.publicKey): Parameters<typeof submitRound>[0] => ({
    card: by,
    wrappedKey: opened.wrappedKey,
    publicKey,
    commissionCertificate: commission.certificate.der,
    draft,
  });

  it('wraps the key anew and signs count and root', async () => {
    const submitted = valueOf(await submitRound(submission(card)));
    const key = openSealed(submitted.wrappedKey, commission.certificate.der, commission.privateKey);
    expect(Uint8Array.from(valueOf(key))).toEqual(await card.decrypt(opened.wrappedKey));
    const { content } = valueOf(parseSignedDocument(submitted.statement));
    const wrappedKeyDigest = digest(submitted.wrappedKey);
    expect(content).toEqual(renderSubmissionStatement({ ...draft, wrappedKeyDigest }));
  });

  it.each([
    ['another card is in the reader', (): Card => cardWith(signing), undefined, 'ceremony-key-not-opened'],
    ['the card opens no key', (): Card => lying, undefined, 'ceremony-key-mismatch'],
    ['the round has another key', (): Card => card, spkiOf(ecPair().publicKey), 'ceremony-key-mismatch'],
  ])('stops where %s', async (_what, by, publicKey, code) => {
    expect(await submitRound(submission(by(), publicKey))).toMatchObject({ failure: { code } });
  });
});

describe('a private round key that a card has opened', () => {
  const draft = { caseNumber, round: 1 as const, origin: opening.origin, recordCount: 1 };
  const submission = {
    commissionCertificate: deputy.certificate.der,
    draft: { ...draft, merkleRoot: new Uint8Array(32) },
  };
  const probeFor = (publicKey: Uint8Array): Uint8Array => sealToKey(probe, sealingKey(publicKey));

  it.each<[string, (by: Card) => Promise<{ readonly ok: boolean }>, boolean]>([
    ['the opening', (by) => openRound({ ...opening, card: by }), true],
    ['the probe', (by) => answerProbe(by, opened.wrappedKey, probeFor(opened.publicKey)), true],
    [
      'a probe that it does not open',
      (by) => answerProbe(by, opened.wrappedKey, probeFor(spkiOf(ecPair().publicKey))),
      false,
    ],
    ['the submission', (by) => submitRound({ ...submission, ...opened, card: by }), true],
    [
      'a submission that can’t be made',
      (by) =>
        submitRound({ ...submission, ...opened, commissionCertificate: new Uint8Array(), card: by }).catch(
          () => ({
            ok: false,
          }),
        ),
      false,
    ],
  ])('is overwritten after %s', async (_step, step, isDone) => {
    const answers: Uint8Array[] = [];
    const decrypt = async (envelope: Uint8Array): Promise<Uint8Array> => {
      const answer = await card.decrypt(envelope);
      answers.push(answer);
      return answer;
    };
    const { ok } = await step({ ...card, decrypt });
    expect(ok).toBe(isDone);
    expect(answers).toEqual([new Uint8Array(answers[0]?.length ?? 1)]);
  });
});

describe('sealing on the lead’s machine', () => {
  it('needs a certificate', async () => {
    await expect(encryptToCertificate(probe, new Uint8Array())).rejects.toThrow('not a certificate');
  });

  it.each([
    ['P-384', ecPair('P-384')],
    ['RSA of 1024 bits', rsaPair(1024)],
    ['PSS', pssPair()],
  ])('refuses a certificate of a key on %s', async (_kind, pair) => {
    const { certificate } = certified(pair);
    await expect(encryptToCertificate(probe, certificate.der)).rejects.toThrow(TypeError);
  });

  it('is opened with the key alone', async () => {
    const pair = certified(ecPair());
    const sealed = await encryptToCertificate(probe, pair.certificate.der);
    expect(await openWithRoundKey(sealed, pkcs8Of(pair.privateKey))).toEqual(Uint8Array.from(probe));
  });
});

function toPem(pkcs8: Uint8Array): string {
  return `-----BEGIN PRIVATE KEY-----\n${Buffer.from(pkcs8).toString('base64')}\n-----END PRIVATE KEY-----\n`;
}
