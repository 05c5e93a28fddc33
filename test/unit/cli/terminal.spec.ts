import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from '@jest/globals';
import { OperatorError } from '../../../src/cli/failure.js';
import { StandardTerminal } from '../../../src/cli/terminal.js';

/** A terminal, what is typed at it, and what it has shown. */
function typing(isTTY: boolean) {
  const input = Object.assign(new PassThrough(), { isTTY });
  const output = new PassThrough();
  const shown = text(output);
  const terminal = new StandardTerminal(input, output);
  return { input, terminal, shown: () => (output.end(), shown) };
}

const failureOf = (answer: Promise<string>): Promise<string> =>
  answer.then(
    (given) => `answered ${given}`,
    (error: unknown) => (error instanceof OperatorError ? error.failure.code : String(error)),
  );

describe('a person at a terminal', () => {
  it('sees what they type, and nothing of a secret', async () => {
    const { input, terminal, shown } = typing(true);
    const name = terminal.ask('Name:');
    input.write(' 案號 9001 \r');
    expect(await name).toBe('案號 9001');
    const secret = terminal.askSecret('PIN:');
    // A mistyped character, taken back.
    input.write('12349\u007f56\r');
    expect(await secret).toBe('123456');
    const seen = await shown();
    expect(seen).toContain('9001');
    expect(seen).toContain('PIN: \n');
    expect(seen).not.toMatch(/1234|9\u007f|56/);
  });

  it.each([
    ['Ctrl-C', '\u0003', 'interrupted'],
    ['Ctrl-D', '\u0004', 'answer-missing'],
  ])('ends the question with %s', async (_what, key, code) => {
    for (const kind of ['ask', 'askSecret'] as const) {
      const { input, terminal } = typing(true);
      const answer = failureOf(terminal[kind]('?'));
      input.write(key);
      expect(await answer).toBe(code);
    }
  });

  it.each([true, false])(
    'is not waited for once the command is interrupted (a person: %s)',
    async (isTTY) => {
      const controller = new AbortController();
      const answer = failureOf(typing(isTTY).terminal.askSecret('?', controller.signal));
      controller.abort();
      expect(await answer).toBe('interrupted');
    },
  );
});

describe('a script', () => {
  it('answers with one line after another, and nothing is shown', async () => {
    const { input, terminal, shown } = typing(false);
    input.end('the code\nthe passphrase \n9001');
    expect(await terminal.askSecret('Code:')).toBe('the code');
    expect(await terminal.askSecret('Passphrase:')).toBe('the passphrase ');
    expect(await terminal.ask('Case:')).toBe('9001');
    expect(await failureOf(terminal.ask('More:'))).toBe('answer-missing');
    expect(await shown()).toBe('');
    expect(terminal.interactive).toBe(false);
  });
});
