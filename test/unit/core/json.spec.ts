import { describe, expect, it } from '@jest/globals';
import { type JsonBounds, type JsonReader, parseJson } from '../../../src/core/json.js';
import { fail, ok } from '../../../src/core/result.js';

const bounds: JsonBounds = { size: 1000, depth: 4 };
const parse = (source: string | Uint8Array, edit: Partial<JsonBounds> = {}) =>
  parseJson(source, { ...bounds, ...edit }, (json) => json.value());
const malformed = (where: string) => ({
  ok: false,
  failure: { code: 'json-malformed', values: { where } },
});

describe('JSON from outside', () => {
  it.each<[string, unknown]>([
    ['{}', {}],
    ['[]', []],
    ['null', null],
    ['"連署"', '連署'],
    [' {"a" : [1, -2, 0, true, false, null, {"b": ""}]} ', { a: [1, -2, 0, true, false, null, { b: '' }] }],
    ['{"a":{"a":1},"b":{"a":1}}', { a: { a: 1 }, b: { a: 1 } }],
    ['{"quote \\" and {bracket":"\\\\","x":"}]:"}', { 'quote " and {bracket': '\\', x: '}]:' }],
    ['["a:b","c"]', ['a:b', 'c']],
    ['{"a"\t\n\r :1}', { a: 1 }],
    ['9007199254740991', 9007199254740991],
  ])('is read: %s', (text, value) => {
    expect(parse(text)).toEqual({ ok: true, value });
    expect(parse(Buffer.from(text))).toEqual({ ok: true, value });
  });

  it.each<[string, string | Uint8Array]>([
    ['nothing', ''],
    ['no JSON', '{'],
    ['something behind it', '{} {}'],
    ['a comment', '{} // x'],
    ['a byte order mark', Buffer.from('\ufeff{}')],
    ['octets that are no UTF-8', Buffer.from([0x22, 0xff, 0x22])],
    ['a member twice', '{"a":1,"a":1}'],
    ['a member twice, deep inside', '[{"b":[{"a":1,"c":2,"a":1}]}]'],
    ['a member twice, once escaped', '{"a":1,"\\u0061":2}'],
    ['__proto__ twice', '{"__proto__":1,"__proto__":2}'],
  ])('is refused: %s', (_what, source) => {
    expect(parse(source)).toEqual(malformed(''));
  });

  it.each([
    ['a fraction', '{"a":[{"b":0.5}]}', 'a[0].b'],
    ['a number that is rounded', '[9007199254740992]', '[0]'],
    ['a number that is infinite', '1e999', ''],
  ])('is refused with %s', (_what, text, where) => {
    expect(parse(text)).toEqual(malformed(where));
  });

  it('has no more octets, or characters, than the bound', () => {
    expect(parse('"連署"', { size: 4 })).toMatchObject({ ok: true });
    expect(parse('"連署"', { size: 3 })).toEqual(malformed(''));
    expect(parse(Buffer.from('"連署"'), { size: 8 })).toMatchObject({ ok: true });
    expect(parse(Buffer.from('"連署"'), { size: 7 })).toEqual(malformed(''));
  });

  it.each<[string, number]>([
    ['1', 0],
    ['"[[[["', 0],
    ['[]', 1],
    ['[[],[],{}]', 2],
    ['{"a":[{"b":1}]}', 3],
  ])('%s is %i deep', (text, depth) => {
    expect(parse(text, { depth })).toMatchObject({ ok: true });
    if (depth > 0) expect(parse(text, { depth: depth - 1 })).toEqual(malformed(''));
  });

  it.each(['[', '{"a":'])('may be nested as deeply as it likes: %s…', (open) => {
    const close = open === '[' ? ']' : '}';
    const text = `${open.repeat(100_000)}1${close.repeat(100_000)}`;
    expect(parse(text, { size: text.length })).toEqual(malformed(''));
  });

  it('lets what else is thrown pass', () => {
    const read = () => {
      throw new RangeError('a bug');
    };
    expect(() => parseJson('{}', bounds, read)).toThrow(RangeError);
  });
});

describe('a reader of JSON', () => {
  const at = '2026-01-02T03:04:05.678Z';
  const whole = { text: 'abc', number: 7, zero: 0, flag: false, none: null, list: [1, { a: 'x' }], at };
  const read = <Value>(take: (json: JsonReader) => Value, value: unknown = whole) =>
    parseJson(JSON.stringify(value), bounds, take);

  it.each<[string, (json: JsonReader) => unknown, unknown]>([
    ['a member', (json) => json.member('text').value(), 'abc'],
    ['a member that is null', (json) => json.member('none').value(), null],
    ['an optional member', (json) => json.optional('text')?.text(), 'abc'],
    ['an optional member that is missing', (json) => json.optional('absent'), undefined],
    ['an optional member that is null', (json) => json.optional('none'), undefined],
    ['its own members only', (json) => json.optional('constructor'), undefined],
    ['text', (json) => json.member('text').text(), 'abc'],
    ['text of a form', (json) => json.member('text').text(/^[a-c]+$/), 'abc'],
    ['text that parses', (json) => json.member('text').parsed((text) => ok(text.length)), 3],
    ['one of two', (json) => json.member('number').oneOf<string | number>('x', 7), 7],
    ['a number', (json) => json.member('zero').integer(), 0],
    ['a number from a minimum on', (json) => json.member('number').integer(7), 7],
    ['a flag', (json) => json.member('flag').flag(), false],
    ['an object', (json) => json.object(), whole],
    ['entries', (json) => json.entries().map(([name, { where }]) => [name, where])[5], ['list', 'list']],
    ['items', (json) => json.member('list').items((item) => item.where), ['list[0]', 'list[1]']],
    ['an instant', (json) => json.member('at').instant(), Date.UTC(2026, 0, 2, 3, 4, 5, 678)],
    ['no other member', (json) => json.only(...Object.keys(whole)), undefined],
  ])('gives %s', (_what, take, value) => {
    expect(read(take)).toEqual({ ok: true, value });
  });

  it.each<[string, (json: JsonReader) => unknown, string]>([
    ['a member that is missing', (json) => json.member('absent'), 'absent'],
    ['what only the prototype has', (json) => json.member('constructor'), 'constructor'],
    ['a stranger', (json) => json.only('text', 'number'), 'zero'],
    ['a member of a list', (json) => json.member('list').member('0'), 'list'],
    ['a member of a text', (json) => json.member('text').member('length'), 'text'],
    ['a member of null', (json) => json.member('none').optional('x'), 'none'],
    ['entries of a list', (json) => json.member('list').entries(), 'list'],
    ['items of an object', (json) => json.items((item) => item), ''],
    ['text of a number', (json) => json.member('number').text(), 'number'],
    ['text of another form', (json) => json.member('text').text(/^\d$/), 'text'],
    ['text that does not parse', (json) => json.member('text').parsed(() => fail('no')), 'text'],
    ['a number that is parsed', (json) => json.member('number').parsed(ok), 'number'],
    ['none of two', (json) => json.member('number').oneOf<string | number>(8, '7'), 'number'],
    ['a number that is text', (json) => json.member('text').integer(), 'text'],
    ['a number below the minimum', (json) => json.member('zero').integer(1), 'zero'],
    ['a flag that is a number', (json) => json.member('zero').flag(), 'zero'],
    ['an object that is a list', (json) => json.member('list').object(), 'list'],
    ['an instant in another form', (json) => json.member('text').instant(), 'text'],
    [
      'a member deep inside',
      (json) => json.member('list').items((item) => item.member('a').integer()),
      'list[0]',
    ],
  ])('fails with the place of %s', (_what, take, where) => {
    expect(read(take)).toEqual(malformed(where));
  });

  it('names the path to the item at fault', () => {
    const take = (json: JsonReader) =>
      json.member('a').items((item) => item.member('b').items((each) => each.text()));
    expect(read(take, { a: [{ b: ['x'] }, { b: ['x', 1] }] })).toEqual(malformed('a[1].b[1]'));
  });

  it('refuses an instant that no calendar has', () => {
    const take = (json: JsonReader) => json.member('at').instant();
    expect(read(take, { at: '2026-13-01T00:00:00Z' })).toEqual(malformed('at'));
    expect(read(take, { at: '2026-12-01T00:00:00+08:00' })).toEqual(malformed('at'));
  });
});
