import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { encryptForCard, signForCard } from '../../../src/core/cms/index.js';
import { pki } from '../../support/checking/signed-records.js';
import { runCli } from '../../support/cli/run-cli.js';
import { TypedAnswers } from '../../support/cli/typed-answers.js';
import { OpensslFolder } from '../../support/openssl.js';

const rows = [
  'A123456789,R05,…,electronic,,',
  'A123456789,D01,…,electronic,,',
  ',E01,…,electronic,,',
  'C123456789,X99,\u001b[2Jnew,electronic,,',
  'B123456780,R05,…,paper,12,3',
];
const header = 'national_id,code,reason,kind,page,line';
const csv = [header, ...rows, ''].join('\r\n');
const at = new Date('2026-02-01T00:00:00Z');
const folder = new OpensslFolder();
const path = (name: string): string => join(folder.path, name);
/** An RSA key stands for the lead's encryption card. */
const lead = pki.moi;
const listBy = (signer = pki.commission.signer, content = csv): Promise<Uint8Array> =>
  signForCard(Buffer.from(content), signer, at, lead.certificate);
folder.put('list', await listBy());
folder.put('forged', await listBy(pki.moi.signer));
folder.put('another', await listBy(pki.commission.signer, 'seq,result\r\n1,00\r\n'));
folder.put('ragged', await listBy(pki.commission.signer, `${header}\r\nA123456789\r\n`));
folder.put('unsigned', await encryptForCard(Buffer.from(csv), [lead.certificate]));
folder.put('lead.key', lead.privateKeyPem);
folder.put('lead.pem', lead.certificatePem);
folder.put('other.key', pki.office('another', 'rsa-2048').privateKeyPem);
folder.put('commission.pem', pki.commission.certificatePem);
const card = ['--encryption-certificate', path('lead.pem'), '--encryption-key', path('lead.key')];
const commission = ['--commission', path('commission.pem')];

describe('lianshu lead struck-out', () => {
  afterAll(() => folder.remove());
  const run = (...args: string[]) => runCli(['lead', 'struck-out', ...args]);

  it('shows who signed, and the totals by reason, and no number', async () => {
    const { out, code } = await run(path('list'), ...card, ...commission);
    expect(code).toBe(0);
    expect(out).toContain('the commission’s certificate that you gave');
    expect(out).toContain('Struck out: 5');
    expect(out).toMatch(/D01: 1 .*\n {2}E01: 1 .*\n {2}R05: 2 {2}Recorded as deceased/);
    // A sentence that we don't know is shown as it is, and can't steer the terminal.
    expect(out).toContain('X99: 1  \ufffd[2Jnew');
    expect(out).not.toMatch(/[ABC]12345678/);
    const json = JSON.parse((await run(path('list'), ...card, ...commission, '--json')).out) as object;
    expect(json).toMatchObject({ rows: 5, reasons: { D01: 1, E01: 1, R05: 2, X99: 1 } });
  });

  it('looks up numbers that are typed, and repeats none', async () => {
    const words = ['lead', 'struck-out', path('list'), ...card, ...commission, '--search'];
    const terminal = (): TypedAnswers => new TypedAnswers(['a123456789', 'F131104093', '']);
    const { out, error } = await runCli(words, { terminal: terminal() });
    expect(out).toMatch(/In the list: R05 .*\nIn the list: D01 .*\nNot in the list\.$/);
    expect(`${out}${error}`).not.toMatch(/[AaF]1\d{8}/);
    const json = await runCli([...words, '--json'], { terminal: terminal() });
    expect(JSON.parse(json.out)).toMatchObject({
      search: [
        { found: true, reasons: [{ code: 'R05' }, { code: 'D01' }] },
        { found: false, reasons: [] },
      ],
    });
    // An empty number is not looked up: it would find the rows that could not be read. The input may end at any time.
    const ended = await runCli(words, { terminal: new TypedAnswers([' ']) });
    expect(ended.out).not.toContain('In the list');
  });

  it('writes clear text where it is told, readable by its owner alone, and warns', async () => {
    const { error } = await run(path('list'), ...card, ...commission, '--out', path('clear.csv'));
    const [marking, ...signed] = readFileSync(path('clear.csv'), 'utf8').split(/(?<=\r\n)/);
    expect(marking).toMatch(
      /^"含個人資料，請勿外流（personal data, do not pass on）；取得時間：[\d-]+T[\d:]+\+08:00"\r\n$/,
    );
    expect(signed.join('')).toBe(csv);
    expect(statSync(path('clear.csv')).mode & 0o777).toBe(0o600);
    expect(error).toMatch(/clear\.csv holds national ID numbers .* in clear text/);
  });

  it.each<[string, string, string[], object]>([
    ['a list signed by another', 'forged', card, { failure: 'card-document-signed-by-another' }],
    ['a list that nobody signed', 'unsigned', card, { failure: 'evidence-malformed' }],
    ['another document of the commission', 'another', card, { failure: 'struck-out-malformed' }],
    ['a list with a row cut short', 'ragged', card, { failure: 'struck-out-malformed' }],
    [
      'the key of another card',
      'list',
      ['--encryption-certificate', path('lead.pem'), '--encryption-key', path('other.key')],
      { failure: 'card-document-not-opened' },
    ],
    ['a file that is no envelope', 'lead.pem', card, { failure: 'card-document-not-opened' }],
  ])('refuses %s and writes nothing', async (_what, name, keys, failure) => {
    const { out, code } = await run(path(name), ...keys, ...commission, '--out', path('never.csv'), '--json');
    expect({ out: JSON.parse(out) as unknown, code }).toEqual({ out: failure, code: 1 });
    expect(existsSync(path('never.csv'))).toBe(false);
  });

  it.each<[string, string[]]>([
    ['the commission’s certificate', [path('list'), ...card]],
    ['a card', [path('list'), ...commission]],
    ['one card', [path('list'), ...commission, ...card, '--pkcs12', 'x']],
    ['a server or a file', [...commission, ...card]],
    ['a file alone, or a round', [path('list'), ...card, ...commission, '--round', '1']],
    ['a round that there can be', [...commission, ...card, '--round', '3']],
  ])('needs %s', async (_what, words) => {
    expect((await run(...words)).code).toBe(2);
  });
});
