import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { deputiesOf } from '../../../src/cli/lead-recovery.js';
import { OperatorError } from '../../../src/cli/failure.js';
import { encodePem } from '../../../src/core/pem.js';
import { issueDemoCards } from '../../../src/devkit/index.js';
import { demoPki } from '../../support/demo-pki.js';
import { OpensslFolder } from '../../support/openssl.js';

const { lead: leadCard, deputy, otherLead } = issueDemoCards(demoPki({}));
const [lead, one, other] = [leadCard, deputy, otherLead].map((card) => card.encryptionCertificate) as [
  Uint8Array,
  Uint8Array,
  Uint8Array,
];
const forSigning = deputy.signingCertificate;

describe('the certificates of deputies', () => {
  const folder = new OpensslFolder();
  afterAll(() => folder.remove());
  const fileOf = (name: string, content: string | Uint8Array): string => {
    const file = join(folder.path, name);
    writeFileSync(file, content);
    return file;
  };
  const pem = (...certificates: readonly Uint8Array[]): string =>
    certificates.map((each) => encodePem('CERTIFICATE', each)).join('\n');
  const read = async (...deputy: readonly string[]): Promise<readonly Uint8Array[]> =>
    (await deputiesOf({ deputy }, lead)).map(({ raw }) => new Uint8Array(raw));

  it.each<[string, () => readonly string[], readonly Uint8Array[]]>([
    ['one in PEM', () => [fileOf('one.pem', pem(one))], [one]],
    ['one in DER', () => [fileOf('one.der', one)], [one]],
    ['several in one PEM file', () => [fileOf('both.pem', pem(one, other))], [one, other]],
    ['files of both kinds', () => [fileOf('one.der', one), fileOf('other.pem', pem(other))], [one, other]],
    ['one twice, once', () => [fileOf('twice.pem', pem(one, one)), fileOf('one.der', one)], [one]],
  ])('are read from %s', async (_what, files, expected) => {
    expect(await read(...files())).toEqual(expected.map((each) => new Uint8Array(each)));
  });

  it.each<[string, () => string, string, string]>([
    ['one for signing', () => fileOf('bad.pem', pem(forSigning)), 'deputy-not-for-encryption', 'bad.pem'],
    [
      'the second of a file',
      () => fileOf('bad.pem', pem(one, forSigning)),
      'deputy-not-for-encryption',
      'bad.pem (2)',
    ],
    [
      'the lead behind others',
      () => fileOf('lead.pem', pem(one, other, lead)),
      'deputy-is-lead',
      'lead.pem (3)',
    ],
    ['a file with nothing', () => fileOf('empty', ''), 'certificate-file-malformed', 'empty'],
    [
      'a file with something else behind',
      () => fileOf('more.pem', `${pem(one)}more\n`),
      'certificate-file-malformed',
      'more.pem',
    ],
  ])('are refused: %s', async (_what, file, code, named) => {
    const refused = await read(file()).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(OperatorError);
    expect((refused as OperatorError).failure).toEqual({ code, values: { file: join(folder.path, named) } });
  });
});
