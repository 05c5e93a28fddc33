import { createPrivateKey } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openPkcs12Key } from '../../../src/adapters/cards/pkcs12-card.js';
import { openAnswerFile } from '../../../src/checking/exchange/answer-files.js';
import { openSealed } from '../../../src/core/cms/index.js';
import {
  type BatchIdentity,
  manifestBytes,
  manifestName,
  manifestPart,
  sealExchangeFile,
} from '../../../src/core/exchange/index.js';
import type { CaseNumber } from '../../../src/core/identifiers.js';
import type { TaipeiDate } from '../../../src/core/taipei-date.js';
import { writeSecret } from '../../support/cli/card-files.js';
import { pki } from '../../support/checking/signed-records.js';
import { runCli } from '../../support/cli/run-cli.js';
import { OpensslFolder } from '../../support/openssl.js';

const at = new Date('2026-02-01T00:00:00Z');
const identity: BatchIdentity = {
  batch: '0198c0de-0000-7000-8000-000000000001',
  case: '9001' as CaseNumber,
  round: 1,
  submittedOn: '2026-01-30' as TaipeiDate,
};
const numbers = ['A123456789', 'B223456789', 'C100000003', 'D100000004', 'E100000005'];
const csvOf = (first: number, last: number): Buffer =>
  Buffer.from(
    ['seq,national_id', ...numbers.slice(first - 1, last).map((each, i) => `${first + i},${each}`), ''].join(
      '\r\n',
    ),
  );
const parts = { 'part-0001.csv': csvOf(1, 3), 'part-0002.csv': csvOf(4, 5) };
const folder = new OpensslFolder();
const path = (...names: readonly string[]): string => join(folder.path, ...names);
const own = [
  '--key',
  path('moi.key'),
  '--certificate',
  path('moi.pem'),
  '--commission',
  path('commission.pem'),
];
const recipient = ['--commission-decryption', path('decryption.pem')];
const answers = 'seq,result\n3,R05\n1,00\n2,B01\n5,00\n4,00\n';

/** A roster in a folder, with files in the place of its own. */
async function roster(name: string, changed: Readonly<Record<string, Uint8Array>> = {}): Promise<string> {
  mkdirSync(path(name));
  const entries = Object.entries(parts).map(([part, csv]) =>
    manifestPart(part, csv.toString().split('\n').length - 2, csv),
  );
  const contents = { [manifestName]: manifestBytes(identity, entries), ...parts };
  for (const [file, content] of Object.entries(contents))
    writeFileSync(path(name, file), changed[file] ?? (await seal(content)));
  return path(name);
}

const seal = (content: Uint8Array, by = pki.commission): Promise<Uint8Array> =>
  sealExchangeFile(content, by.signer, at, pki.moi.certificate);

const withLastBitFlipped = (bytes: Uint8Array): Uint8Array =>
  Uint8Array.from(bytes, (byte, index) => (index === bytes.length - 1 ? byte ^ 1 : byte));

const written = (name: string, text: string): string => {
  folder.put(name, text);
  return path(name);
};

let sent: string;
let fresh = 0;
/** A name that no file has. */
const unused = (): string => path(`new-${(fresh += 1)}`);

beforeAll(async () => {
  folder.put('moi.key', pki.moi.privateKeyPem);
  folder.put('moi.pem', pki.moi.certificatePem);
  folder.put('commission.pem', pki.commission.certificatePem);
  folder.put('decryption.pem', pki.commissionDecryption.certificatePem);
  folder.put('anchors.pem', pki.anchorsPem());
  sent = await roster('roster');
});
afterAll(() => folder.remove());

describe('lianshu moi open', () => {
  it('writes the rows of all parts for the owner alone, and says who signed', async () => {
    const out = unused();
    const ran = await runCli(['moi', 'open', sent, ...own, '--out', out]);
    expect(ran).toMatchObject({ code: 0, error: '' });
    expect(ran.out).toContain('Case 9001, round 1, rows: 5');
    expect(ran.out).toContain('the commission’s certificate that you gave');
    expect(ran.out).not.toContain(numbers[0]);
    expect(readFileSync(out, 'utf8')).toBe(csvOf(1, 5).toString());
    expect(statSync(out).mode & 0o777).toBe(0o600);
  });

  it('finds files that were named as encrypted', async () => {
    const [named, out] = [unused(), unused()];
    mkdirSync(named);
    for (const name of readdirSync(sent)) copyFileSync(join(sent, name), join(named, `${name}.p7m`));
    expect(await runCli(['moi', 'open', named, ...own, '--out', out])).toMatchObject({ code: 0, error: '' });
    expect(readFileSync(out, 'utf8')).toBe(csvOf(1, 5).toString());
  });

  it('does the same with a PKCS #12 file, and tells it as JSON', async () => {
    folder.must(
      'pkcs12',
      '-export',
      '-inkey',
      'moi.key',
      '-in',
      'moi.pem',
      '-out',
      'moi.p12',
      '-passout',
      'pass:secret',
    );
    const out = unused();
    const words = [
      '--pkcs12',
      path('moi.p12'),
      '--passphrase-file',
      await writeSecret(folder.path, 'passphrase', 'secret'),
    ];
    const ran = await runCli(
      ['moi', 'open', sent, ...words, '--commission', path('commission.pem'), '--out', out, '--json'],
      { officeKey: openPkcs12Key },
    );
    expect(ran.code).toBe(0);
    expect(JSON.parse(ran.out)).toMatchObject({ ...identity, parts: 2, rows: 5, signedAt: at.toISOString() });
    expect(readFileSync(out)).toEqual(csvOf(1, 5));
  });

  it.each<[string, () => Promise<Record<string, Uint8Array>>, string]>([
    [
      'signed by another',
      async () => ({ 'part-0002.csv': await seal(parts['part-0002.csv'], pki.moi) }),
      'exchange-file-signed-by-another',
    ],
    [
      'changed on its way',
      async () => ({ 'part-0002.csv': withLastBitFlipped(await seal(parts['part-0002.csv'])) }),
      'exchange-file-not-opened',
    ],
    [
      'of another roster',
      async () => ({ 'part-0002.csv': await seal(csvOf(3, 4)) }),
      'roster-part-digest-wrong',
    ],
    [
      'with another manifest',
      async () => ({ [manifestName]: await seal(Buffer.from('{}')) }),
      'manifest-malformed',
    ],
    [
      'that names a file elsewhere',
      async () => ({
        [manifestName]: await seal(
          manifestBytes(identity, [manifestPart('../roster/part-0001.csv', 3, csvOf(1, 3))]),
        ),
      }),
      'manifest-malformed',
    ],
    [
      'whose rows are not numbered from one',
      async () => ({
        [manifestName]: await seal(manifestBytes(identity, [manifestPart('part-0002.csv', 2, csvOf(4, 5))])),
      }),
      'roster-part-malformed',
    ],
  ])('refuses a roster %s, and leaves no file', async (what, changed, code) => {
    const out = unused();
    const refused = await roster(what, await changed());
    const ran = await runCli(['moi', 'open', refused, ...own, '--out', out, '--json']);
    expect(ran.code).toBe(1);
    expect(JSON.parse(ran.out)).toMatchObject({ failure: code });
    expect(existsSync(out)).toBe(false);
  });

  it.each([
    ['no key', ['--commission', path('commission.pem')]],
    ['half a key', ['--key', path('moi.key'), '--commission', path('commission.pem')]],
    ['two keys', [...own, '--pkcs12', path('moi.p12')]],
    ['a passphrase for no file', [...own, '--passphrase-file', path('passphrase')]],
  ])('is wrong usage with %s', async (_what, words) => {
    const ran = await runCli(['moi', 'open', sent, ...words, '--out', unused()]);
    expect(ran.code).toBe(2);
  });
});

describe('lianshu moi answer', () => {
  const answer = (file: string, ...words: readonly string[]) =>
    runCli(['moi', 'answer', sent, file, ...own, ...recipient, ...words]);
  /** The clear files of an answer, as the commission opens them. */
  const opened = async (out: string): Promise<ReadonlyMap<string, Uint8Array>> => {
    const { certificate, privateKeyPem } = pki.commissionDecryption;
    const key = createPrivateKey(privateKeyPem);
    const decrypt = (sealed: Uint8Array) => {
      const content = openSealed(sealed, certificate, key);
      return Promise.resolve(content.ok ? content.value : undefined);
    };
    const files = new Map<string, Uint8Array>();
    for (const name of readdirSync(out)) {
      const file = await openAnswerFile(
        name,
        readFileSync(join(out, name)),
        { decrypt },
        pki.moi.certificate,
      );
      if (!file.ok) throw new Error(file.failure.code);
      files.set(name, file.value);
    }
    return files;
  };

  it.each([
    ['alone, in any order, with LF', answers],
    [
      'added to the rows, with CRLF and a byte order mark',
      `\uFEFFseq,national_id,result\r\n${numbers.map((each, i) => `${i + 1},${each},${['00', 'B01', 'R05', '00', '00'][i]!}`).join('\r\n')}\r\n`,
    ],
  ])('makes what the commission takes of results %s', async (what, csv) => {
    const out = unused();
    const ran = await answer(written(`${what}.csv`, csv), '--out', out, '--json');
    expect(ran).toMatchObject({ code: 0, error: '' });
    expect(JSON.parse(ran.out)).toMatchObject({ rows: 5, results: { '00': 3, B01: 1, R05: 1 } });
    const files = await opened(out);
    expect([...files.keys()].sort()).toEqual([manifestName, 'part-0001.csv', 'part-0002.csv']);
    expect(String(files.get('part-0001.csv'))).toBe('seq,result\r\n1,00\r\n2,B01\r\n3,R05\r\n');
    expect(String(files.get('part-0002.csv'))).toBe('seq,result\r\n4,00\r\n5,00\r\n');
    for (const number of numbers) expect(Buffer.concat([...files.values()]).toString()).not.toContain(number);
  });

  it('verifies with openssl alone', async () => {
    const out = unused();
    expect((await answer(written('again.csv', answers), '--out', out)).code).toBe(0);
    folder.put('sealed', readFileSync(join(out, 'part-0001.csv')));
    folder.put('decryption.key', pki.commissionDecryption.privateKeyPem);
    folder.must(
      'cms',
      '-decrypt',
      '-binary',
      '-inform',
      'DER',
      '-in',
      'sealed',
      '-recip',
      'decryption.pem',
      '-inkey',
      'decryption.key',
      '-out',
      'signed',
    );
    const verify = [
      'cms',
      '-verify',
      '-binary',
      '-cades',
      '-inform',
      'DER',
      '-in',
      'signed',
      '-CAfile',
      'anchors.pem',
      '-purpose',
      'any',
    ];
    folder.must(...verify, '-no_check_time', '-signer', 'signer.pem', '-out', 'clear');
    expect(String(folder.get('clear'))).toBe('seq,result\r\n1,00\r\n2,B01\r\n3,R05\r\n');
  });

  it.each<[string, string, string, Record<string, unknown>]>([
    ['no file header', '1,00\n', 'answer-header-wrong', {}],
    ['nothing', '', 'answer-header-wrong', {}],
    ['a column too many', answers.replace('2,B01', '2,B01,x'), 'answer-line-malformed', { line: 4 }],
    ['an empty line', answers.replace('\n1', '\n\n1'), 'answer-line-malformed', { line: 3 }],
    ['a number with a zero before it', answers.replace('\n1', '\n01'), 'answer-line-malformed', { line: 3 }],
    [
      'a number that the roster does not have',
      answers.replace('\n5', '\n6'),
      'answer-line-unknown',
      { line: 5, seq: 6 },
    ],
    ['a number twice', answers.replace('\n5', '\n4'), 'answer-line-repeated', { line: 6, seq: 4 }],
    ['a number left out', answers.replace('5,00\n', ''), 'answer-line-missing', { line: 5, seq: 5 }],
    [
      'a result of the commission’s',
      answers.replace('R05', 'D01'),
      'answer-line-result-unknown',
      { line: 2, seq: 3 },
    ],
    ['no result', answers.replace('R05', ''), 'answer-line-result-unknown', { line: 2, seq: 3 }],
  ])('refuses %s with file and line, and writes nothing', async (what, csv, code, values) => {
    const out = unused();
    const name = `${what.replaceAll(/\W/g, '-')}.csv`;
    const ran = await answer(written(name, csv), '--out', out, '--json');
    expect(ran.code).toBe(1);
    expect(JSON.parse(ran.out)).toEqual({ failure: code, values: { file: name, ...values } });
    expect(existsSync(out)).toBe(false);
    expect((await answer(path(name), '--out', out)).error).toContain(`[${code}]`);
  });

  it('overwrites no folder', async () => {
    const out = unused();
    const file = written('once.csv', answers);
    expect((await answer(file, '--out', out)).code).toBe(0);
    expect(await answer(file, '--out', out)).toMatchObject({
      code: 1,
      error: expect.stringContaining('[file-exists]'),
    });
  });
});
