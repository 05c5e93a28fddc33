import { beforeEach, describe, expect, it } from '@jest/globals';
import { answerProbe, openRound } from '../../../../src/core/ceremony/index';
import { sealingKey, sealToKey } from '../../../../src/core/cms/index';
import { parseSignedDocument } from '../../../../src/core/cms/signed-document';
import type { CaseNumber } from '../../../../src/core/identifiers';
import type { NationalId } from '../../../../src/core/national-id';
import { personFor, valueOf } from '../../../../src/devkit/index';
import { type AskPin, BrowserCard } from '../../../../src/web/card/browser-card';
import { CardBridge } from '../../../../src/web/card/card-bridge';
import { CardError, type CardFailureCode } from '../../../../src/web/card/card-failure';
import { holderName, signByCard } from '../../../../src/web/card/signed-by-card';
import { demoPki } from '../../../support/demo-pki';
import { CardProgram } from './card-program';
import { FakeWindow } from './fake-window';

const pki = demoPki();
const person = personFor('test', 'a co-signer');
const nationalId = person.nationalId as NationalId;
const pin = '135790';
const own = pki.issueCard(person, { pin });
const another = pki.issueCard(personFor('test', 'somebody else'), { pin });
const withoutDigits = pki.issueCard(person, { pin, edition: 1, lastFourDigits: undefined });
const notForSigning = pki.issueCard(person, { pin, edition: 2, signingKeyUsage: ['keyAgreement'] });
const statement = new TextEncoder().encode('本人連署下列公民投票案\n');

let program: CardProgram;
let bridge: CardBridge;
beforeEach(() => {
  const window = new FakeWindow();
  bridge = new CardBridge(window);
  program = new CardProgram(window);
  program.cards = [own];
});

const changeLast = (octets: Uint8Array): Uint8Array =>
  octets.map((octet, index) => (index === octets.length - 1 ? octet ^ 1 : octet));

describe('what the card signs', () => {
  it('is answered once it is over the very text, by the card of the number', async () => {
    const signed = valueOf(await signByCard(bridge, statement, { pin, nationalId }));
    expect(signed.certificate.der).toEqual(Uint8Array.from(own.signingCertificate));
    expect(holderName(signed.certificate)).toBe(person.name);
  });

  it('needs no number to sign in with', async () => {
    program.cards = [withoutDigits];
    expect(await signByCard(bridge, statement, { pin })).toMatchObject({ ok: true });
  });

  it.each<[string, CardFailureCode, () => void]>([
    [
      'over another text',
      'card-signed-other-text',
      () => (program.swapped = Uint8Array.of(...statement, 0x0a)),
    ],
    ['changed in its last octet', 'card-signed-other-text', () => (program.tamper = changeLast)],
    ['cut short', 'card-signature-unusable', () => (program.tamper = (octets) => octets.subarray(0, -1))],
    ['no SignedData', 'card-signature-unusable', () => (program.tamper = () => Uint8Array.of(0x30, 0))],
    ['by somebody else’s card', 'card-number-differs', () => (program.cards = [another])],
    ['by a card without digits', 'card-not-natural-person', () => (program.cards = [withoutDigits])],
    ['by a certificate for another use', 'card-not-for-signing', () => (program.cards = [notForSigning])],
  ])('%s is refused: %s', async (_what, code, change) => {
    change();
    const signed = await signByCard(bridge, statement, { pin, nationalId });
    expect(signed).toEqual({ ok: false, failure: { code } });
  });

  it('is not asked for again with a wrong PIN', async () => {
    const signed = await signByCard(bridge, statement, { pin: '000000', nationalId });
    expect(signed).toMatchObject({ failure: { code: 'card-wrong-pin' } });
    expect(program.requests).toHaveLength(1);
  });
});

describe('the card of a lead', () => {
  const opening = {
    caseNumber: '9001' as CaseNumber,
    round: 1,
    origin: 'https://connect.example.gov.tw',
    mode: 'number-to-lead',
    commissionRoundKey: pki.office('round', 'p256').key.publicKey,
    undertaking: '本人切結所持金鑰僅用於本案。',
  } as const;
  let asked: string[];
  const askPin: AskPin = (purpose) => {
    asked.push(purpose);
    return Promise.resolve(pin);
  };
  const card = async (ask: AskPin = askPin): Promise<BrowserCard> =>
    valueOf(await BrowserCard.read(bridge, ask));
  beforeEach(() => {
    asked = [];
  });

  it('opens a round and answers the probe, with a PIN for each operation', async () => {
    const leads = await card();
    const opened = valueOf(await openRound({ ...opening, card: leads }));
    const probe = sealToKey(statement, sealingKey(opened.publicKey));
    expect(await answerProbe(leads, opened.wrappedKey, probe)).toEqual({ ok: true, value: statement });
    expect(asked).toEqual(['decrypt', 'sign', 'decrypt']);
    const { signer } = valueOf(parseSignedDocument(opened.keyStatement));
    expect(Uint8Array.from(signer.der)).toEqual(Uint8Array.from(own.signingCertificate));
  });

  it('takes its certificates by what they are for, whatever their order', async () => {
    const { signingCertificate, encryptionCertificate } = await card();
    expect(signingCertificate).toEqual(Uint8Array.from(own.signingCertificate));
    expect(encryptionCertificate).toEqual(Uint8Array.from(own.encryptionCertificate));
  });

  it('says why it failed, where the ceremony only says that the key did not open', async () => {
    const leads = await card(() => Promise.resolve('000000'));
    const outcome = await openRound({ ...opening, card: leads });
    expect(outcome).toMatchObject({ failure: { code: 'ceremony-key-not-opened' } });
    expect(leads.failure).toEqual({ code: 'card-wrong-pin' });
  });

  it('opens no window where the person gives no PIN', async () => {
    const leads = await card(() => Promise.resolve(undefined));
    await expect(leads.decrypt(statement)).rejects.toEqual(new CardError({ code: 'card-cancelled' }));
    expect(program.requests.map(({ func }) => func)).toEqual(['GetUserCert']);
  });

  it('is not exchanged for another between two operations', async () => {
    const leads = await card();
    program.cards = [another];
    await expect(leads.sign(statement)).rejects.toMatchObject({ failure: { code: 'card-changed' } });
    expect(leads.failure).toEqual({ code: 'card-changed' });
  });

  it.each<[string, CardFailureCode, () => void]>([
    ['no card', 'card-no-card', () => (program.cards = [])],
    ['two cards', 'card-several-cards', () => (program.cards = [own, another])],
    [
      'a card without a signing certificate',
      'card-certificate-not-found',
      () => (program.cards = [notForSigning]),
    ],
  ])('is not read with %s: %s', async (_what, code, change) => {
    change();
    expect(await BrowserCard.read(bridge, askPin)).toEqual({ ok: false, failure: { code } });
  });
});
