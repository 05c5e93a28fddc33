import { describe, expect, it } from '@jest/globals';
import { cardFailureCodes } from '../../../../src/web/card/card-failure';
import english from '../../../../src/web/texts/en/card.json' with { type: 'json' };
import chinese from '../../../../src/web/texts/zh-TW/card.json' with { type: 'json' };

const values = /\{\{(\w+)\}\}/g;

describe.each([
  ['zh-TW', chinese],
  ['en', english],
])('the sentences of the card in %s', (_language, texts: Record<string, Record<string, string>>) => {
  it('are there for every code, and for nothing else', () => {
    expect(Object.keys(texts).sort()).toEqual([...cardFailureCodes].sort());
  });

  it.each(Object.entries(texts))('%s says what happened and what to do', (code, sentences) => {
    expect(Object.keys(sentences)).toEqual(['happened', 'next']);
    for (const sentence of Object.values(sentences)) expect(sentence.trim().length).toBeGreaterThan(3);
    const named = [...JSON.stringify(sentences).matchAll(values)].map(([, name]) => name);
    expect(named).toEqual(code === 'card-program-failed' ? ['code'] : []);
  });
});
