import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import {
  openSealed,
  parseSignedDocument,
  sealForCertificate,
  signDocument,
} from '../../../src/core/cms/index.js';
import {
  type AnswerTamperingName,
  answerTamperings,
  type DemoPki,
  HouseholdRegister,
  MockMoi,
  type Office,
  Population,
  registerResults,
  type RegisterStanding,
  RosterRefusal,
  type SealedFiles,
  SeededRandom,
} from '../../../src/devkit/index.js';
import { demoPki } from '../../support/demo-pki.js';
import { fileOf, openssl, seconds } from './openssl.js';

const at = new Date('2026-09-02T04:00:00Z');
const standings = Object.keys(registerResults) as RegisterStanding[];

describe('MockMoi', () => {
  let pki: DemoPki;
  let moi: MockMoi;
  const population = new Population();
  const random = new SeededRandom('moi');
  const people = Array.from({ length: 30 }, (_, i) =>
    population.citizen(random, standings[i % standings.length]),
  );
  beforeAll(() => {
    pki = demoPki({ at });
    moi = new MockMoi({
      moi: pki.moi,
      commission: pki.commission.certificate,
      commissionDecryption: pki.commissionDecryption.certificate,
      register: new HouseholdRegister(people),
      impostor: pki.office('他部', 'p256'),
    });
  });

  const csv = (from: number, to: number): Buffer =>
    Buffer.from(
      [
        'seq,national_id',
        ...people.slice(from - 1, to).map(({ nationalId }, i) => `${from + i},${nationalId}`),
        '',
      ].join('\r\n'),
    );
  const sealed = async (
    content: Uint8Array,
    by: Office = pki.commission,
    to: Office = pki.moi,
  ): Promise<Uint8Array> =>
    sealForCertificate(by === pki.moi ? content : await signDocument(content, by.signer, at), to.certificate);
  const describePart = (name: string, content: Buffer, rows: number): object => ({
    name,
    rows,
    sha256: createHash('sha256').update(content).digest('hex'),
  });
  const roster = async (): Promise<Map<string, Uint8Array>> => {
    const [one, two] = [csv(1, 20), csv(21, 30)];
    const manifest = {
      version: 1,
      batch: '0198c0de-0000-7000-8000-000000000001',
      case: '9001',
      round: 1,
      submittedOn: '2026-09-01',
      parts: [describePart('part-0001.csv', one, 20), describePart('part-0002.csv', two, 10)],
    };
    return new Map([
      ['manifest.json', await sealed(Buffer.from(JSON.stringify(manifest)))],
      ['part-0001.csv', await sealed(one)],
      ['part-0002.csv', await sealed(two)],
    ]);
  };
  /** The clear text of a file of an answer, or an error code. */
  const opened = (files: SealedFiles, name: string): string => {
    const content = files.get(name);
    if (content === undefined) return 'missing';
    const document = openSealed(
      content,
      pki.commissionDecryption.certificate,
      pki.commissionDecryption.key.privateKey,
    );
    if (!document.ok) return document.failure.code;
    const signed = parseSignedDocument(document.value);
    if (!signed.ok) return signed.failure.code;
    const byMoi = Buffer.from(signed.value.signer.der).equals(pki.moi.certificate);
    return byMoi ? Buffer.from(signed.value.content).toString() : 'signed by another';
  };

  it('answers every row from the register, with a right manifest', async () => {
    const files = await moi.answer(await roster(), at);
    expect([...files.keys()]).toEqual(['manifest.json', 'part-0001.csv', 'part-0002.csv']);
    const rows = ['part-0001.csv', 'part-0002.csv'].flatMap((name) => {
      const lines = opened(files, name).split('\r\n');
      expect([lines.shift(), lines.pop()]).toEqual(['seq,result', '']);
      return lines;
    });
    expect(rows).toEqual(people.map(({ standing }, i) => `${i + 1},${registerResults[standing]}`));
    const manifest = JSON.parse(opened(files, 'manifest.json')) as Record<string, unknown>;
    const one = Buffer.from(opened(files, 'part-0001.csv'));
    const two = Buffer.from(opened(files, 'part-0002.csv'));
    expect(manifest).toEqual({
      version: 1,
      batch: '0198c0de-0000-7000-8000-000000000001',
      case: '9001',
      round: 1,
      submittedOn: '2026-09-01',
      parts: [describePart('part-0001.csv', one, 20), describePart('part-0002.csv', two, 10)],
    });
  });

  it('gives an answer that openssl decrypts and verifies', async () => {
    const files = await moi.answer(await roster(), at);
    const signed = openssl(
      'cms',
      '-decrypt',
      '-binary',
      '-inform',
      'DER',
      '-in',
      fileOf(files.get('part-0001.csv')!),
      '-inkey',
      fileOf(pki.commissionDecryption.privateKeyPem),
      '-recip',
      fileOf(pki.commissionDecryption.certificatePem),
    );
    expect(signed.status).toBe(0);
    const content = openssl(
      'cms',
      '-verify',
      '-binary',
      '-inform',
      'DER',
      '-in',
      fileOf(signed.stdout),
      '-CAfile',
      fileOf(pki.anchorsPem()),
      '-purpose',
      'any',
      '-attime',
      seconds(at),
    );
    expect(content.output).toContain('CMS Verification successful');
    expect(content.stdout.toString()).toBe(opened(files, 'part-0001.csv'));
  });

  it.each<[string, string, (files: Map<string, Uint8Array>) => Promise<void> | void]>([
    ['without manifest', 'missing', (files) => void files.delete('manifest.json')],
    ['without a part', 'missing', (files) => void files.delete('part-0002.csv')],
    [
      'sealed to another',
      'exchange-file-not-opened',
      async (files) =>
        void files.set('part-0001.csv', await sealed(csv(1, 20), pki.commission, pki.commission)),
    ],
    [
      'unsigned',
      'exchange-file-unsigned',
      async (files) => void files.set('part-0001.csv', await sealed(csv(1, 20), pki.moi)),
    ],
    [
      'signed by another',
      'exchange-file-signed-by-another',
      async (files) => void files.set('part-0001.csv', await sealed(csv(1, 20), pki.office('他部', 'p256'))),
    ],
    [
      'with a changed part',
      'roster-part-digest-wrong',
      async (files) =>
        void files.set(
          'part-0001.csv',
          await sealed(Buffer.from(csv(1, 20).toString().replace('1,', '31,'))),
        ),
    ],
    [
      'with too few rows',
      'roster-part-digest-wrong',
      async (files) => void files.set('part-0001.csv', await sealed(csv(1, 19))),
    ],
    [
      'with another header',
      'roster-part-digest-wrong',
      async (files) => void files.set('part-0001.csv', await sealed(Buffer.from('a,b\r\n1,2\r\n'))),
    ],
    [
      'with an empty manifest',
      'manifest-malformed',
      async (files) => void files.set('manifest.json', await sealed(Buffer.from('{}'))),
    ],
  ])('refuses a roster %s', async (_edit, words, edit) => {
    const files = await roster();
    await edit(files);
    await expect(moi.answer(files, at)).rejects.toThrow(words);
    await expect(moi.answer(files, at)).rejects.toBeInstanceOf(RosterRefusal);
  });

  it.each(Object.keys(answerTamperings) as AnswerTamperingName[])(
    'puts a fault into an answer: %s',
    async (name) => {
      const files = await roster();
      const names = ['manifest.json', 'part-0001.csv', 'part-0002.csv'];
      const texts = async (answer: Promise<SealedFiles>): Promise<string[]> => {
        const made = await answer;
        return names.map((file) => opened(made, file));
      };
      const honest = await texts(moi.answer(files, at));
      const changed = await texts(moi.answer(files, at, answerTamperings[name]));
      expect(changed).not.toEqual(honest);
      expect(changed[2]).toBe(honest[2]);
    },
  );
});
