import { describe, expect, it } from '@jest/globals';
import { openStruckOutList } from '../../../../src/core/ceremony/index.js';
import { encryptForCard, signForCard } from '../../../../src/core/cms/index.js';
import { issueDemoCards, valueOf } from '../../../../src/devkit/index.js';
import { begins, demoPki } from '../../../support/demo-pki.js';

const header = 'national_id,code,reason,kind,page,line';
const rows = [
  'A123456789,R02,"未滿,十八歲",electronic,,',
  ',E01,打不開,electronic,,',
  'B100000002,R02,未滿十八歲,paper,12,3',
];
const csv = [header, ...rows, ''].join('\r\n');
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const pki = demoPki();
const { lead, otherLead } = issueDemoCards(pki);
const { commission, moi } = pki;
const listFor = (content: Uint8Array, signer = commission.signer, card = lead): Promise<Uint8Array> =>
  signForCard(content, signer, begins, card.encryptionCertificate);
const open = (envelope: Uint8Array) => openStruckOutList(envelope, lead, commission.certificate);

describe('the struck-out list', () => {
  it('is read once the commission’s signature verifies', async () => {
    const { rows: read, totals, document } = valueOf(await open(await listFor(bytes(csv))));
    expect(read).toEqual([
      { nationalId: 'A123456789', code: 'R02', reason: '未滿,十八歲', place: undefined },
      { nationalId: '', code: 'E01', reason: '打不開', place: undefined },
      { nationalId: 'B100000002', code: 'R02', reason: '未滿十八歲', place: { page: '12', line: '3' } },
    ]);
    expect([...totals]).toEqual([
      ['E01', { count: 1, reason: '打不開' }],
      ['R02', { count: 2, reason: '未滿十八歲' }],
    ]);
    expect(document).toMatchObject({ content: bytes(csv), signedAt: begins });
  });

  it('may be empty', async () => {
    const list = valueOf(await open(await listFor(bytes(`${header}\r\n`))));
    expect([list.rows, list.totals.size]).toEqual([[], 0]);
  });

  it.each<[string, () => Promise<Uint8Array>, string]>([
    ['another’s signature', () => listFor(bytes(csv), moi.signer), 'card-document-signed-by-another'],
    ['no signature', () => encryptForCard(bytes(csv), [lead.encryptionCertificate]), 'evidence-malformed'],
    ['for another card', () => listFor(bytes(csv), commission.signer, otherLead), 'card-document-not-opened'],
    ['nothing in it', () => listFor(bytes('')), 'struck-out-malformed'],
    ['another header', () => listFor(bytes('id,code,reason\r\n')), 'struck-out-malformed'],
    ['no UTF-8', () => listFor(Uint8Array.of(0xff)), 'struck-out-malformed'],
    ['a row cut short', () => listFor(bytes(`${header}\r\nA123456789\r\n`)), 'struck-out-malformed'],
    [
      'a quote that does not end',
      () => listFor(bytes(`${header}\r\n"A,R02,x,paper,1,1\r\n`)),
      'struck-out-malformed',
    ],
  ])('is not read with %s', async (_what, make, code) => {
    expect(await open(await make())).toMatchObject({ ok: false, failure: { code } });
  });
});
