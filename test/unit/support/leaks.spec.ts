import { describe, expect, it } from '@jest/globals';
import { bytesNeedle, NeedleScan, textNeedle } from '../../support/leaks/needle-scan.js';

const secret = 'A123456789';
const scan = new NeedleScan([
  textNeedle('a national ID', secret),
  bytesNeedle('a serial number', Buffer.from('00112233445566778899aabbccddeeff', 'hex')),
]);

describe('NeedleScan', () => {
  it.each([
    ['UTF-8', Buffer.from(`id=${secret};`)],
    ['UTF-16, little endian', Buffer.from(`x${secret}`, 'utf16le')],
    ['UTF-16, big endian', Buffer.from(`xy${secret}`, 'utf16le').swap16()],
    ['hex', Buffer.from(`\\x${Buffer.from(secret).toString('hex')}`)],
    ['hex in capitals', Buffer.from(Buffer.from(secret).toString('hex').toUpperCase())],
    ['base64', Buffer.from(Buffer.from(`{"id":"${secret}"}`).toString('base64'))],
    ['base64, one byte later', Buffer.from(Buffer.from(`{"id" :"${secret}"}`).toString('base64'))],
    ['base64, two bytes later', Buffer.from(Buffer.from(`{"id"  :"${secret}"}`).toString('base64'))],
    ['base64 of UTF-16', Buffer.from(Buffer.from(`--${secret}--`, 'utf16le').toString('base64url'))],
    ['raw bytes', Buffer.from('ff00112233445566778899aabbccddeeff00', 'hex')],
    ['at the very end', Buffer.from(`.........${secret}`)],
    ['at the very start', Buffer.from(secret)],
  ])('finds a secret in %s', (_encoding, bytes) => {
    expect(scan.bytes(bytes, 'here')).not.toEqual([]);
  });

  it('finds nothing where there is nothing', () => {
    expect(
      scan.bytes(Buffer.from('A12345678 and 9, apart; 00112233445566778899aabbccddeef'), 'here'),
    ).toEqual([]);
  });
});
