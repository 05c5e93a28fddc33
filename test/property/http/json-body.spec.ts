import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseJson } from '../../../src/http/server/request-body.js';

const parse = (text: string) => parseJson(Buffer.from(text, 'utf8'));
const reserved = /"(?:__proto__|constructor|prototype)":/;

describe('a JSON body', () => {
  it('reads as JSON.parse reads it, but for reserved names and depth', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 6 }), (text) => {
        fc.pre(!reserved.test(text));
        expect(parse(text)).toEqual({ ok: true, value: JSON.parse(text) as unknown });
      }),
    );
  });

  it('of any bytes is read or refused, and never breaks', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2000 }), (bytes) => {
        const parsed = parseJson(bytes);
        if (!parsed.ok) expect(['request-malformed', 'request-too-deep']).toContain(parsed.failure.code);
      }),
    );
  });

  it('may nest eight levels, whatever brackets its strings hold', () => {
    const nested = (depth: number, inside: string) => `${'['.repeat(depth)}${inside}${']'.repeat(depth)}`;
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 40 }),
        fc.string({ unit: fc.constantFrom('[', '{', '"', '\\', ']') }),
        (depth, text) => {
          const parsed = parse(nested(depth, JSON.stringify(text)));
          expect(parsed.ok ? 'ok' : parsed.failure.code).toBe(depth <= 8 ? 'ok' : 'request-too-deep');
        },
      ),
    );
  });

  it('of the largest size that only opens brackets is refused without recursion', () => {
    for (const text of [
      '['.repeat(65_536),
      '{"a":'.repeat(13_000),
      '"'.repeat(65_536),
      '\\'.repeat(65_536),
    ]) {
      expect(parse(text).ok).toBe(false);
    }
  });
});
