import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { cardFailureCodes } from '../../../../src/web/card/card-failure';

type Sentences = Readonly<Record<string, Readonly<Record<string, string>>>>;
const folder = path.join(import.meta.dirname, '../../../../src/web/texts');
const textsIn = (language: string): Sentences =>
  JSON.parse(readFileSync(path.join(folder, language, 'card.json'), 'utf8')) as Sentences;
const values = /\{\{(\w+)\}\}/g;

describe.each(['zh-TW', 'en'])('the sentences of the card in %s', (language) => {
  const texts = textsIn(language);
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
