import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type JsonScanErrorCode, scanJson } from '../../../src/core/json-scan.js';

const scan = (text: string | Uint8Array, depth = 8, values = 100): JsonScanErrorCode | 'ok' => {
  const scanned = scanJson(Buffer.from(text), { depth, values });
  return scanned.ok ? 'ok' : scanned.failure.code;
};

/** Values of a parsed JSON, at every level. */
const countOf = (value: unknown): number =>
  typeof value === 'object' && value !== null
    ? Object.values(value).reduce<number>((sum, each) => sum + countOf(each), 1)
    : 1;

describe('a scan of JSON before it is parsed', () => {
  it.each<[string, string]>([
    ['one member', '{"a":1}'],
    ['the same name in two objects', '[{"a":1},{"a":1}]'],
    ['the same name on two levels', '{"a":{"a":1}}'],
    ['the same text as name and as value', '{"a":"a","b":"a"}'],
    ['the same text in a list', '["a","a"]'],
    ['an escaped quote in a name', '{"a\\"":1,"a":2}'],
    ['a backslash that ends a name', '{"a\\\\":1,"a":2}'],
    ['brackets and commas in a text', '{"a":"[[[[[[[[[,,{\\"b\\":"}'],
    ['names that differ in case', '{"a":1,"A":2}'],
  ])('passes %s', (_what, text) => {
    expect(JSON.parse(text)).toBeDefined();
    expect(scan(text)).toBe('ok');
  });

  it.each<[string, string]>([
    ['plainly', '{"a":1,"a":2}'],
    ['with white space before the colon', '{"a" \t\r\n:1,"a":2}'],
    ['once escaped', '{"a":1,"\\u0061":2}'],
    ['escaped in two ways', '{"\\u002f":1,"\\/":2}'],
    ['deep inside', '[[{"b":[{"a":1,"c":2,"a":1}]}]]'],
    ['after an object inside', '{"a":{"b":1},"a":2}'],
    ['as __proto__', '{"__proto__":1,"__proto__":2}'],
    ['empty', '{"":1,"":2}'],
  ])('refuses a name twice: %s', (_how, text) => {
    expect(JSON.parse(text)).toBeDefined();
    expect(scan(text)).toBe('json-name-twice');
  });

  it.each<[string, number]>([
    ['1', 0],
    ['"[[[["', 0],
    ['[]', 1],
    ['[[],[],{}]', 2],
    ['{"a":[{"b":1}]}', 3],
  ])('knows that %s is %i deep', (text, depth) => {
    expect(scan(text, depth)).toBe('ok');
    if (depth > 0) expect(scan(text, depth - 1)).toBe('json-too-deep');
  });

  it('never counts fewer values than there are, and at most one more a bracket', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 5 }), (text) => {
        const values = countOf(JSON.parse(text));
        const brackets = text.split(/[[{]/).length;
        expect(scan(text, 100, values + brackets)).toBe('ok');
        if (values > 1) expect(scan(text, 100, values - 1)).toBe('json-too-many-values');
      }),
    );
  });

  it.each<[string, string]>([
    ['a text without end', '"abc'],
    ['a name that is no JSON text', '{"\\x":1}'],
    ['brackets that were never open', ']}]}'],
    ['a name outside an object', '"a":1'],
    ['a backslash outside a text', '\\"'],
  ])('leaves to the parser: %s', (_what, text) => {
    expect(() => JSON.parse(text) as unknown).toThrow(SyntaxError);
    expect(scan(text)).toBe('ok');
  });

  it('ends on whatever octets', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (octets) => {
        expect(['ok', 'json-too-deep', 'json-too-many-values', 'json-name-twice']).toContain(scan(octets));
      }),
    );
  });
});
