import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';

const docs = path.join(import.meta.dirname, '../../../docs');
const pictures = path.join(docs, 'images/guide');
const guides = { 'co-signers.md': 'co-signer', 'leads.md': 'lead', 'staff.md': 'desk' };

/** Octets that a picture of a guide may have at most. */
const largest = 80_000;

describe('the guides with pictures', () => {
  it.each(Object.entries(guides))(
    '%s: names every picture of its own once, in order, and says what it shows',
    (guide, prefix) => {
      const text = readFileSync(path.join(docs, 'zh-TW', guide), 'utf8');
      const named = [...text.matchAll(/!\[([^\]]+)\]\(\.\.\/images\/guide\/([^)]+)\)/g)];
      const there = readdirSync(pictures).filter((name) => name.startsWith(`${prefix}-`));
      expect(named.map(([, , name]) => name)).toEqual(there.sort());
      expect(named.filter(([, shows = '']) => shows.length < 5)).toEqual([]);
    },
  );

  it('have pictures that are PNG, and small', () => {
    const files = readdirSync(pictures).map((name) => ({
      name,
      content: readFileSync(path.join(pictures, name)),
    }));
    expect(files.length).toBeGreaterThanOrEqual(14);
    const unfit = files.filter(
      ({ content }) => content.length > largest || content.subarray(1, 4).toString('latin1') !== 'PNG',
    );
    expect(unfit.map(({ name, content }) => `${name}: ${content.length} octets`)).toEqual([]);
  });
});
