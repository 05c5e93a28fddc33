import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { CardBridge } from '../../../../src/web/card/card-bridge';
import type { CardFailureCode } from '../../../../src/web/card/card-failure';
import { type FakePopup, FakeWindow, getTbs } from './fake-window';

const pin = '135+79%';
const signed = JSON.stringify({ func: 'sign', ret_code: 0, last_error: 0, signature: 'MAA=' });
const content = Uint8Array.of(0xfb, 0xef, 0xbe, 0xff);

let window: FakeWindow;
let bridge: CardBridge;
beforeEach(() => {
  jest.useFakeTimers();
  window = new FakeWindow();
  bridge = new CardBridge(window);
});
afterEach(() => {
  expect(jest.getTimerCount()).toBe(0);
  expect(window.listenerCount).toBe(0);
  jest.useRealTimers();
});

const wait = (milliseconds: number): Promise<void> => jest.advanceTimersByTimeAsync(milliseconds);

/** Signs, plays what happens in the window, and answers the outcome. */
async function signWhile(
  play: (popup: FakePopup) => void | Promise<void>,
  signal?: AbortSignal,
): Promise<unknown> {
  const outcome = bridge.sign(content, { pin, signal });
  await play(window.popup);
  return outcome;
}

describe('an operation', () => {
  it('opens the window before anything else, so that it counts as opened by the click', async () => {
    const outcome = bridge.certificates();
    expect(window.opened.map(({ url }) => url)).toEqual(['http://localhost:61161/popupForm']);
    window.popup.close();
    await wait(1000);
    await outcome;
  });

  it('posts the request to the card program alone, once, and answers what comes back', async () => {
    const outcome = await signWhile((popup) => {
      popup.says(getTbs);
      popup.says(getTbs);
      popup.says(signed);
      popup.says(signed);
    });
    expect(outcome).toEqual({ ok: true, value: Uint8Array.of(0x30, 0) });
    expect(window.popup.posted.map(({ targetOrigin }) => targetOrigin)).toEqual(['http://localhost:61161']);
    expect(window.popup.closed).toBe(true);
  });

  it('asks for what the protocol says, in a form that survives the form field', async () => {
    await signWhile((popup) => {
      popup.says(getTbs);
      popup.says(signed);
    });
    expect(window.popup.request()).toEqual({
      func: 'MakeSignature',
      signatureType: 'PKCS7',
      tbs: '++++/w==',
      tbsEncoding: 'base64',
      hashAlgorithm: 'SHA256',
      withCardSN: 'false',
      nonce: '',
      pin,
    });
  });

  it('names the reader where it is told one', async () => {
    const outcome = bridge.decrypt(content, { pin, slot: 'Reader 1' });
    window.popup.says(getTbs);
    window.popup.says(JSON.stringify({ func: 'decrypt', ret_code: 0, plain: '+w==' }));
    expect(await outcome).toEqual({ ok: true, value: Uint8Array.of(0xfb) });
    expect(window.popup.request()).toEqual({
      func: 'DecryptData',
      cipher: '++++/w==',
      cipherType: 'PKCS7',
      plainEncoding: 'base64',
      pin,
      slotDescription: 'Reader 1',
    });
  });

  it('takes an answer that comes as the window closes', async () => {
    const outcome = await signWhile(async (popup) => {
      popup.says(getTbs);
      popup.close();
      await wait(300);
      popup.says(signed);
    });
    expect(outcome).toMatchObject({ ok: true });
  });

  it('waits for a card program that starts slowly, and for a slow card', async () => {
    const outcome = await signWhile(async (popup) => {
      await wait(3_400);
      popup.says(getTbs);
      await wait(170_000);
      popup.says(signed);
    });
    expect(outcome).toMatchObject({ ok: true });
  });
});

describe('fails', () => {
  type Play = (popup: FakePopup) => void | Promise<void>;
  it.each<[string, CardFailureCode, Play]>([
    ['silence', 'card-program-not-running', () => wait(3_500)],
    [
      'a window that the browser closes at once',
      'card-popup-blocked',
      (popup) => (popup.close(), wait(1_000)),
    ],
    [
      'a window that the person closes before it asks',
      'card-cancelled',
      async (popup) => {
        await wait(2_000);
        popup.close();
        await wait(1_000);
      },
    ],
    [
      'a window that the person closes while the card works',
      'card-cancelled',
      async (popup) => {
        popup.says(getTbs);
        popup.close();
        await wait(1_000);
      },
    ],
    [
      'no answer within three minutes',
      'card-timed-out',
      async (popup) => {
        popup.says(getTbs);
        await wait(180_000);
      },
    ],
    [
      'an answer to nothing: before it asked',
      'card-program-not-running',
      (popup) => (popup.says(signed), wait(3_500)),
    ],
    [
      'getTbs of another origin',
      'card-program-not-running',
      (popup) => (popup.says(getTbs, { origin: 'https://evil.example' }), wait(3_500)),
    ],
    [
      'getTbs of https',
      'card-program-not-running',
      (popup) => (popup.says(getTbs, { origin: 'https://localhost:61161' }), wait(3_500)),
    ],
    [
      'getTbs of another window of that origin',
      'card-program-not-running',
      (popup) => (popup.says(getTbs, { source: {} }), wait(3_500)),
    ],
    [
      'getTbs that names no window',
      'card-program-not-running',
      (popup) => (popup.says(getTbs, { source: null }), wait(3_500)),
    ],
    [
      'getTbs as an object',
      'card-program-not-running',
      (popup) => (popup.says({ func: 'getTbs' }), wait(3_500)),
    ],
  ])('with %s: %s', async (_what, code, play) => {
    expect(await signWhile(play)).toEqual({ ok: false, failure: { code } });
  });

  it('where the browser opens no window', async () => {
    window.blocks = true;
    expect(await bridge.sign(content, { pin })).toMatchObject({ failure: { code: 'card-popup-blocked' } });
    expect(bridge.isBusy).toBe(false);
  });

  it('where the person cancels on the page, before and after the request was posted', async () => {
    for (const play of [() => undefined, (popup: FakePopup) => popup.says(getTbs)]) {
      const cancelling = new AbortController();
      const outcome = await signWhile((popup) => {
        play(popup);
        cancelling.abort();
      }, cancelling.signal);
      expect(outcome).toMatchObject({ failure: { code: 'card-cancelled' } });
      expect(window.popup.closed).toBe(true);
    }
  });

  it('without a window where it was cancelled before', async () => {
    const outcome = await bridge.sign(content, { pin, signal: AbortSignal.abort() });
    expect(outcome).toMatchObject({ failure: { code: 'card-cancelled' } });
    expect(window.opened).toEqual([]);
  });

  it.each(['', '12345', '123456789'])('without a window with the PIN %p', async (short) => {
    const outcome = await bridge.sign(content, { pin: short });
    expect(outcome).toMatchObject({ failure: { code: 'card-pin-length' } });
    expect(window.opened).toEqual([]);
  });

  it('while another is under way, whose window it brings to the front', async () => {
    const first = bridge.sign(content, { pin });
    expect(await bridge.certificates()).toMatchObject({ failure: { code: 'card-busy' } });
    expect(window.opened).toHaveLength(1);
    expect(window.popup.focused).toBe(1);
    window.popup.says(getTbs);
    window.popup.says(signed);
    expect(await first).toMatchObject({ ok: true });
    expect(bridge.isBusy).toBe(false);
  });

  it('without the PIN or the request in what it answers, whatever the program says', async () => {
    const outcome = await signWhile((popup) => {
      popup.says(getTbs);
      popup.says(`{"func":"sign","ret_code":1,"last_error":0,"pin":"${pin}"}`);
    });
    expect(outcome).toEqual({ ok: false, failure: { code: 'card-program-failed', values: { code: '0x1' } } });
  });
});
