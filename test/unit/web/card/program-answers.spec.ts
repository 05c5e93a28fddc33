import { describe, expect, it } from '@jest/globals';
import type { CardFailureCode } from '../../../../src/web/card/card-failure';
import { readPlain, readSignature, readSlots } from '../../../../src/web/card/program-answers';

const answer = (fields: object): string =>
  JSON.stringify({ func: 'sign', ret_code: 0, last_error: 0, ...fields });

describe('a code of the card program', () => {
  it.each<[number, number, CardFailureCode]>([
    [0x76000003, 0, 'card-nothing-to-sign'],
    [0x76000004, 0, 'card-nothing-to-decrypt'],
    [0x76000006, 0, 'card-no-card'],
    [0x7600000b, 0, 'card-request-malformed'],
    [0x7600000c, 0, 'card-request-malformed'],
    [0x7600000d, 0, 'card-timed-out'],
    [0x7600000e, 0, 'card-request-malformed'],
    [0x7600000f, 0, 'card-site-not-allowed'],
    [0x76000031, 0, 'card-site-not-allowed'],
    [0x76000998, 0, 'card-pin-missing'],
    [0x76000999, 0, 'card-cancelled'],
    [0x76100003, 0, 'card-no-reader'],
    [0x76100006, 0, 'card-login-failed'],
    [0x76100006, 0xa0, 'card-wrong-pin'],
    [0x76100006, 0xa2, 'card-pin-length'],
    [0x76100006, 0xa4, 'card-locked'],
    [0x76100006, -2147483647, 'card-wrong-pin-one-try-left'],
    [0x76100006, 0x80000001, 'card-wrong-pin-one-try-left'],
    [0x76100006, -2147483646, 'card-wrong-pin-two-tries-left'],
    [0x76100006, 7, 'card-login-failed'],
    [0x7610000c, 0, 'card-certificate-not-found'],
    [0x7610000d, 0, 'card-key-not-found'],
    [0x76300000, 0, 'card-signing-failed'],
    [0x7630000f, 0, 'card-signing-failed'],
    [0x76300001, 0xa4, 'card-locked'],
    [0x76400001, 0, 'card-decryption-failed'],
    [0x76400002, 0, 'card-decryption-failed'],
    [0x76400003, 0, 'card-decryption-failed'],
    [0x76500001, 0, 'card-certificate-not-yet-valid'],
    [0x76500002, 0, 'card-certificate-expired'],
    [0x76600002, 0, 'card-request-malformed'],
    [0x76300010, 0, 'card-program-failed'],
  ])('%d, %d means %s', (returnCode, lastError, code) => {
    const fields = { func: undefined, ret_code: returnCode, last_error: lastError };
    expect(readSignature(answer(fields))).toMatchObject({ failure: { code } });
    expect(readPlain(answer({ ...fields, last_error: lastError | 0 }))).toMatchObject({ failure: { code } });
  });

  it('that isn’t known is named as people write it, also where it comes as a negative int32', () => {
    expect(readSignature(answer({ ret_code: 0xe0000012 | 0 }))).toMatchObject({
      failure: { code: 'card-program-failed', values: { code: '0xE0000012' } },
    });
  });

  it('needs no last_error', () => {
    const text = '{"ret_code":1979711494}';
    expect(readSlots(text)).toMatchObject({ failure: { code: 'card-no-card' } });
  });
});

describe('an answer', () => {
  it.each<[string, unknown]>([
    ['not JSON', 'card program'],
    ['an object instead of a text', { func: 'sign', ret_code: 0, signature: 'MAA=' }],
    ['nothing', undefined],
    ['a list', '[]'],
    ['without ret_code', answer({ ret_code: undefined, signature: 'MAA=' })],
    ['with ret_code as a text', answer({ ret_code: '0', signature: 'MAA=' })],
    ['with ret_code twice', '{"func":"sign","ret_code":0,"ret_code":1,"signature":"MAA="}'],
    ['of another function', answer({ func: 'decrypt', signature: 'MAA=' })],
    ['without a function', answer({ func: undefined, signature: 'MAA=' })],
    ['without a signature', answer({})],
    ['with an empty signature', answer({ signature: '' })],
    ['with a signature in another base64', answer({ signature: 'MAA' })],
    ['with a signature as a number', answer({ signature: 1 })],
  ])('%s is refused', (_what, text) => {
    expect(readSignature(text)).toEqual({ ok: false, failure: { code: 'card-answer-malformed' } });
  });

  it('is read with lines broken in base64, and with members that a later program may add', () => {
    const text = answer({ signature: 'MA\r\nA=\n', version: '2.0' });
    expect(readSignature(text)).toEqual({ ok: true, value: Uint8Array.of(0x30, 0) });
  });
});

describe('readers', () => {
  const slots = (...list: object[]): string =>
    JSON.stringify({ func: 'pkcs11info', ret_code: 0, slots: list });
  const empty = { slotDescription: 'A', token: 'token not present' };
  const full = {
    slotDescription: 'B',
    token: { serialNumber: '1', certs: [{ label: 'x', certb64: 'MAA=' }] },
  };

  it('are those with a card', () => {
    const read = readSlots(slots(empty, full));
    expect(read).toEqual({
      ok: true,
      value: [{ description: 'B', certificates: [Uint8Array.of(0x30, 0)] }],
    });
  });

  it.each<[string, string, CardFailureCode]>([
    ['no reader', slots(), 'card-no-reader'],
    ['empty readers', slots(empty, empty), 'card-no-card'],
    ['a token without certificates', slots({ ...full, token: {} }), 'card-answer-malformed'],
    ['a token that is a number', slots({ ...full, token: 1 }), 'card-answer-malformed'],
  ])('%s: %s', (_what, text, code) => {
    expect(readSlots(text)).toMatchObject({ failure: { code } });
  });
});
