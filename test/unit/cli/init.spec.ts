import { describe, expect, it } from '@jest/globals';
import type { KeyFiles } from '../../../src/cli/init.js';
import { runCli } from '../../support/cli/run-cli.js';

const keyFiles = (made: readonly string[]) => (): Promise<KeyFiles> =>
  Promise.resolve({
    folder: '/home/keys',
    make: () => Promise.resolve(made),
    rotate: () => Promise.resolve({ place: '/home/keys', retired: 'intake.retired-00.pem' }),
  });

describe('lianshu init', () => {
  it('names the keys it made, and what to back up', async () => {
    const { out, code } = await runCli(['init'], { keyFiles: keyFiles(['intake.pem', 'challenge.secret']) });
    expect(code).toBe(0);
    expect(out).toMatch(
      /^These keys were made in \/home\/keys:\n {2}intake\.pem\n {2}challenge\.secret\nBack up /,
    );
  });

  it('says so where nothing was to be made', async () => {
    expect((await runCli(['init'], { keyFiles: keyFiles([]) })).out).toContain('Nothing was made.');
  });

  it('answers as JSON', async () => {
    const { out } = await runCli(['init', '--json'], { keyFiles: keyFiles(['intake.pem']) });
    expect(JSON.parse(out)).toEqual({ folder: '/home/keys', made: ['intake.pem'] });
  });
});

describe('lianshu intake-key rotate', () => {
  it('says where the old key is, and that servers are to be restarted', async () => {
    const { out } = await runCli(['intake-key', 'rotate'], { keyFiles: keyFiles([]) });
    expect(out).toContain('intake.retired-00.pem');
    expect(out).toContain('restart every server');
  });

  it('answers as JSON', async () => {
    const { out } = await runCli(['intake-key', 'rotate', '--json'], { keyFiles: keyFiles([]) });
    expect(JSON.parse(out)).toEqual({ folder: '/home/keys', retired: 'intake.retired-00.pem' });
  });
});
