import { describe, expect, it } from '@jest/globals';
import { StatementFrame } from '../../../src/checking/batch/statement-frame.js';
import type { CaseNumber } from '../../../src/core/identifiers.js';
import type { NationalId } from '../../../src/core/national-id.js';
import { renderStatement, type StatementFields } from '../../../src/core/statement/index.js';

const fields: StatementFields = {
  caseNumber: '9001' as CaseNumber,
  round: 1,
  // A text that names what the frame looks for must not lead it astray.
  mainText: '國民身分證統一編號：A123456789 應予保護',
  documentDigest: new Uint8Array(32).fill(7),
  origin: 'https://connect.example.gov.tw',
};
const number = 'F131104093' as NationalId;
const statement = Buffer.from(renderStatement(fields, number, 'challenge_-9')).toString();
const frame = new StatementFrame(fields);

describe('StatementFrame', () => {
  it('reads number and challenge', () => {
    expect(frame.read(Buffer.from(statement))).toEqual({ nationalId: number, challenge: 'challenge_-9' });
  });

  it('reads a number that is not a citizen’s, for E05', () => {
    const edited = statement.replaceAll(number, 'X9');
    expect(frame.read(Buffer.from(edited))?.nationalId).toBe('X9');
  });

  it.each<[string, (text: string) => string]>([
    ['another case', (text) => text.replace('9001', '9002')],
    ['another round', (text) => text.replace('：1\n主文', '：2\n主文')],
    ['another text', (text) => text.replace('應予保護', '不予保護')],
    ['another digest', (text) => text.replace('0707', '0708')],
    ['another platform', (text) => text.replace('example', 'examp1e')],
    ['a byte more', (text) => `${text}\n`],
    ['a byte less', (text) => text.slice(0, -1)],
    ['CRLF', (text) => text.replaceAll('\n', '\r\n')],
    ['a space after the number', (text) => text.replace(number, `${number} `)],
    ['no number', (text) => text.replace(number, '')],
    ['a line too many', (text) => text.replace(number, `${number}\n備註：x`)],
    ['a wide number', (text) => text.replace(number, 'Ｆ131104093')],
    ['nothing', () => ''],
  ])('refuses %s', (_edit, edit) => {
    expect(frame.read(Buffer.from(edit(statement)))).toBeUndefined();
  });

  it('refuses bytes that are not UTF-8', () => {
    const bytes = Buffer.from(statement);
    bytes[3] = 0xff;
    expect(frame.read(bytes)).toBeUndefined();
  });
});
