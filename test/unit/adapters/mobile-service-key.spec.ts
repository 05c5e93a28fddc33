import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { readMobileServiceKey } from '../../../src/adapters/mobile-certificate/service-key.js';

const folder = mkdtempSync(path.join(tmpdir(), 'lianshu-mobile-key-'));
afterAll(() => rmSync(folder, { recursive: true }));

const key = Buffer.alloc(32, 3);

describe('the key that is shared with the service of the mobile certificate', () => {
  it('is missed by its name', async () => {
    await expect(readMobileServiceKey(folder)).rejects.toMatchObject({
      failure: { code: 'start-keys-missing', values: { folder, names: 'mobile-service.key' } },
    });
  });

  it.each([
    ['as it was handed over', key.toString('base64')],
    ['with a line break behind', `${key.toString('base64')}\r\n`],
  ])('is read %s', async (_what, content) => {
    writeFileSync(path.join(folder, 'mobile-service.key'), content);
    expect(Buffer.from(await readMobileServiceKey(folder))).toEqual(key);
  });

  it.each([
    ['an empty file', ''],
    ['16 octets', Buffer.alloc(16).toString('base64')],
    ['33 octets', Buffer.alloc(33).toString('base64')],
    ['hexadecimal', key.toString('hex')],
    ['the octets themselves', key],
  ])('is refused as %s', async (_what, content) => {
    writeFileSync(path.join(folder, 'mobile-service.key'), content);
    await expect(readMobileServiceKey(folder)).rejects.toMatchObject({
      failure: { code: 'start-mobile-key-malformed' },
    });
  });
});
