import { expect, it } from '@jest/globals';
import { killRounds } from '../support/drill/kill-rounds.js';

// A short slice of `npm run drill -- kill-rounds`.

it('keeps what was answered, where the server and PostgreSQL are killed in the middle of it', async () => {
  const report = await killRounds(2, ['server', 'postgres']);
  expect(report).toMatchObject({ sent: 120, lost: 0, unknown: 0, wronglyRefused: 0, neverTaken: 0 });
});
