import { beforeAll, describe, expect, it } from '@jest/globals';
import {
  isHandedInBy,
  keyRecipients,
  type OpenedRound,
  openRound,
  type KeyStatementTerms,
} from '../../../../src/core/ceremony/index.js';
import type { CaseNumber } from '../../../../src/core/identifiers.js';
import { issueDemoCards, valueOf } from '../../../../src/devkit/index.js';
import { demoPki } from '../../../support/demo-pki.js';
import { ecPair, spkiOf } from '../../../support/cms/certificates.js';

const { lead, otherLead, deputy } = issueDemoCards(demoPki());
const terms: KeyStatementTerms = {
  caseNumber: '9001' as CaseNumber,
  round: 1,
  origin: 'https://connect.example.gov.tw',
  mode: 'number-to-lead',
  commissionRoundKey: spkiOf(ecPair().publicKey),
  undertaking: '本人切結。',
};
let material: OpenedRound;
let another: OpenedRound;
beforeAll(async () => {
  const deputies = [deputy.encryptionCertificate];
  material = valueOf(await openRound({ ...terms, card: lead, deputies, passphrase: 'staple' }));
  another = valueOf(await openRound({ ...terms, card: otherLead }));
});

describe('a key that was handed in', () => {
  it('is gone on with where this card signed for it', async () => {
    expect(await isHandedInBy(lead.signingCertificate, terms, material)).toBe(true);
  });

  it.each<[string, () => readonly [KeyStatementTerms, OpenedRound]]>([
    ['another case', () => [{ ...terms, caseNumber: '9002' as CaseNumber }, material]],
    ['another round', () => [{ ...terms, round: 2 }, material]],
    ['another origin', () => [{ ...terms, origin: 'https://else.example' }, material]],
    ['another mode', () => [{ ...terms, mode: 'two-key' }, material]],
    [
      'another key of the commission',
      () => [{ ...terms, commissionRoundKey: spkiOf(ecPair().publicKey) }, material],
    ],
    ['another undertaking', () => [{ ...terms, undertaking: '本人另行切結。' }, material]],
    ['another public key', () => [terms, { ...material, publicKey: another.publicKey }]],
    ['another wrapped key', () => [terms, { ...material, wrappedKey: another.wrappedKey }]],
    ['another card’s statement', () => [terms, another]],
    ['no statement', () => [terms, { ...material, keyStatement: new Uint8Array() }]],
  ])('is refused with %s', async (_edit, edited) => {
    expect(await isHandedInBy(lead.signingCertificate, ...edited())).toBe(false);
  });

  it('names who can open it', () => {
    expect(keyRecipients(material.wrappedKey)).toMatchObject({ passphrase: true });
    expect(keyRecipients(material.wrappedKey)?.certificates).toHaveLength(2);
    expect(keyRecipients(another.wrappedKey)).toMatchObject({ passphrase: false });
    expect(keyRecipients(another.wrappedKey)?.certificates).toHaveLength(1);
    expect(keyRecipients(material.keyStatement)).toBeUndefined();
  });
});
