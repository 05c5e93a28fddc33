import { beforeAll, describe, expect, it } from '@jest/globals';
import { encryptForCard, signForCard } from '../../../../src/core/cms/index.js';
import { encodePem } from '../../../../src/core/pem.js';
import {
  agreesWithResult,
  commissionCertificate,
  openStruckOutList,
  type StruckOutList,
} from '../../../../src/web/lead/struck-out-list';
import { begins } from '../../../support/demo-pki.js';
import { type LeadScene, leadScene } from './lead-scene';

const csv =
  'national_id,code,reason\r\nA123456789,R02,"未滿,十八歲"\r\n,E01,打不開\r\nB100000002,R02,未滿十八歲\r\n';
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('the struck-out list', () => {
  let scene: LeadScene;
  beforeAll(async () => {
    scene = await leadScene();
  });
  const sealed = (content: Uint8Array, signer = scene.pki.commission.signer): Promise<Uint8Array> =>
    signForCard(content, signer, begins, scene.card.encryptionCertificate);
  const open = (envelope: Uint8Array, card = scene.card) =>
    openStruckOutList(envelope, (each) => card.decrypt(each), scene.pki.commission.certificate);

  it('is read once the commission’s signature verifies', async () => {
    const opened = await open(await sealed(bytes(csv)));
    if (!opened.ok) throw new Error(opened.failure.code);
    const { rows, totals, signedAt } = opened.value;
    expect(rows).toEqual([
      { nationalId: 'A123456789', code: 'R02', reason: '未滿,十八歲' },
      { nationalId: '', code: 'E01', reason: '打不開' },
      { nationalId: 'B100000002', code: 'R02', reason: '未滿十八歲' },
    ]);
    expect([...totals].map(([code, { count }]) => [code, count])).toEqual([
      ['E01', 1],
      ['R02', 2],
    ]);
    expect(signedAt).toEqual(begins);
  });

  it.each<[string, (scene: LeadScene) => Promise<Uint8Array>, string]>([
    [
      'another’s signature',
      ({ pki, card }) => signForCard(bytes(csv), pki.moi.signer, begins, card.encryptionCertificate),
      'card-document-signed-by-another',
    ],
    [
      'no signature',
      ({ card }) => encryptForCard(bytes(csv), [card.encryptionCertificate]),
      'evidence-malformed',
    ],
    [
      'for another card',
      ({ pki, otherCard }) =>
        signForCard(bytes(csv), pki.commission.signer, begins, otherCard.encryptionCertificate),
      'card-document-not-opened',
    ],
    [
      'another header',
      ({ pki, card }) =>
        signForCard(bytes('id,code,reason\r\n'), pki.commission.signer, begins, card.encryptionCertificate),
      'struck-out-malformed',
    ],
    [
      'no UTF-8',
      ({ pki, card }) =>
        signForCard(Uint8Array.of(0xff), pki.commission.signer, begins, card.encryptionCertificate),
      'struck-out-malformed',
    ],
    [
      'a quote that does not end',
      ({ pki, card }) =>
        signForCard(
          bytes('national_id,code,reason\r\n"A,R02,x\r\n'),
          pki.commission.signer,
          begins,
          card.encryptionCertificate,
        ),
      'struck-out-malformed',
    ],
  ])('is not shown: %s', async (_name, make, code) => {
    expect(await open(await make(scene))).toMatchObject({ ok: false, failure: { code } });
  });

  const hidden = 'fewer-than-five-or-withheld';
  const allHidden = { evidence: hidden, repeated: hidden, 'household-register': hidden };
  it.each<[string, number, object, object, boolean]>([
    ['the same numbers', 31, { evidence: 6, repeated: 5, 'household-register': 20 }, {}, true],
    ['one fewer in all', 30, { evidence: 6, repeated: 5, 'household-register': 20 }, {}, false],
    ['one fewer in a group', 31, { evidence: 5, repeated: 6, 'household-register': 20 }, {}, false],
    ['a group that the list does not have', 31, { ...allHidden, 'paper-form': 7 }, {}, false],
    ['all numbers withheld', 31, allHidden, {}, true],
    ['all numbers withheld, and one fewer in all', 30, allHidden, {}, false],
    ['one number shown', 31, { ...allHidden, 'household-register': 20 }, {}, true],
    [
      'a group of both kinds',
      31,
      { ...allHidden, 'household-register': 15 },
      { 'household-register': 5 },
      true,
    ],
    [
      'a group of both kinds, one withheld',
      31,
      { 'household-register': 19 },
      { 'household-register': hidden },
      true,
    ],
  ])('is held against the published result: %s', (_name, all, electronic, paper, agrees) => {
    const totals = new Map([
      ['E01', { count: 4, reason: '' }],
      ['E03', { count: 2, reason: '' }],
      ['D01', { count: 5, reason: '' }],
      ['R01', { count: 20, reason: '' }],
    ]);
    const list = { rows: [], totals, content: new Uint8Array(), signedAt: undefined } satisfies StruckOutList;
    const result = {
      joint: { submitted: 100, valid: 100 - all },
      electronic: { notCounted: electronic },
      paper: { notCounted: paper },
    };
    expect(agreesWithResult(list, bytes(JSON.stringify(result)))).toBe(agrees);
    expect(agreesWithResult(list, bytes('no JSON'))).toBe(false);
  });

  it('is verified with the first certificate that the result names', () => {
    const { commission, moi } = scene.pki;
    const pem = encodePem('CERTIFICATE', commission.certificate) + encodePem('CERTIFICATE', moi.certificate);
    expect(commissionCertificate(pem)).toEqual(new Uint8Array(commission.certificate));
    expect(commissionCertificate('no certificate')).toBeUndefined();
  });
});
