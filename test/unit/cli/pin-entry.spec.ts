import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { OperatorError } from '../../../src/cli/failure.js';
import { CardWithPinEntry } from '../../../src/cli/pin-entry.js';
import { Translator } from '../../../src/cli/translator.js';
import { CardRefusal, encryptForCard, type PinProtectedCard } from '../../../src/core/cms/index.js';
import { personFor } from '../../../src/devkit/index.js';
import { demoPki } from '../../support/demo-pki.js';

const pin = '246810';
const content = Buffer.from('to sign');
const pki = demoPki();
const newCard = (name: string): PinProtectedCard => pki.issueCard(personFor('pins', name), { pin });

/** A source that gives these PINs in order. */
function pins(typed: boolean, ...given: readonly string[]) {
  const left = [...given];
  const source = {
    typed,
    asked: 0,
    pin: () => {
      source.asked++;
      return Promise.resolve(left.shift() ?? 'none left');
    },
  };
  return source;
}

const failureOf = (done: Promise<unknown>): Promise<unknown> =>
  done.then(
    () => 'done',
    (error: unknown) => (error instanceof OperatorError ? error.failure : error),
  );

describe('a card whose PIN is asked for', () => {
  const said = jest.spyOn(console, 'error').mockReturnValue();
  afterEach(() => {
    said.mockClear();
  });
  const translator = new Translator('en');

  it('asks at each operation', async () => {
    const inner = newCard('each');
    const source = pins(true, pin, pin);
    const card = new CardWithPinEntry(inner, source, translator);
    expect(await card.sign(content, 'pkcs1')).toMatchObject({ form: 'pkcs1' });
    const sealed = await encryptForCard(content, [card.encryptionCertificate]);
    expect(Buffer.from(await card.decrypt(sealed))).toEqual(content);
    expect(source.asked).toBe(2);
  });

  it('asks a person again after a wrong PIN, until the card locks', async () => {
    const source = pins(true, '111111', 'short', pin);
    await new CardWithPinEntry(newCard('again'), source, translator).sign(content, 'pkcs1');
    expect(said.mock.calls.map(([line]) => line as string)).toEqual([
      expect.stringContaining('Tries left: 2'),
      expect.stringContaining('6 to 8 characters'),
    ]);
    const locked = new CardWithPinEntry(
      newCard('locks'),
      pins(true, '111111', '222222', '333333'),
      translator,
    );
    expect(await failureOf(locked.sign(content, 'pkcs1'))).toEqual({ code: 'card-locked' });
    for (const [line] of said.mock.calls) expect(line).not.toMatch(/111111|222222/);
  });

  it('tries a PIN from a file once', async () => {
    const source = pins(false, '111111', pin);
    const card = new CardWithPinEntry(newCard('file'), source, translator);
    expect(await failureOf(card.sign(content, 'pkcs1'))).toEqual({
      code: 'card-pin-wrong-tries',
      values: { tries: 2 },
    });
    expect(source.asked).toBe(1);
  });

  it.each<[string, Error, object]>([
    ['no card', new CardRefusal('no-card'), { code: 'card-missing' }],
    ['no key', new CardRefusal('key-not-found'), { code: 'card-key-missing' }],
    ['a wrong PIN without a count', new CardRefusal('wrong-pin'), { code: 'card-pin-wrong' }],
    ['an envelope for another', new CardRefusal('not-a-recipient'), { code: 'card-not-opened' }],
    [
      'an error of the module',
      new Error('CKR_DEVICE_ERROR: 48'),
      { code: 'card-failed', values: { reason: 'CKR_DEVICE_ERROR' } },
    ],
  ])('says what to do about %s', async (_what, error, failure) => {
    const card: PinProtectedCard = newCard('failing');
    card.sign = () => Promise.reject(error);
    const asking = new CardWithPinEntry(card, pins(false, pin), translator);
    expect(await failureOf(asking.sign(content, 'pkcs1'))).toEqual(failure);
  });

  it('passes on what is no refusal of a card', async () => {
    const card = newCard('bug');
    const bug = new TypeError('a bug');
    card.sign = () => Promise.reject(bug);
    expect(
      await failureOf(new CardWithPinEntry(card, pins(false, pin), translator).sign(content, 'pkcs1')),
    ).toBe(bug);
  });
});
