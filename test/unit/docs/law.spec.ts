import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const root = join(import.meta.dirname, '../../..');
const page = readFileSync(join(root, 'docs/law.md'), 'utf8');

/** The rules of a page: article, rule, file, test, and how sure we are. */
const rulesIn = (text: string): readonly (readonly string[])[] =>
  text
    .split('\n')
    .filter((line) => /^\| (?:ACT|REG|RULES|FORUM)/.test(line))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );

/** What is wrong with a rule: its file or its test isn't there. */
function faultOf([
  article = '',
  rule = '',
  file = '',
  test = '',
  sure = '',
  ...more
]: readonly string[]): string[] {
  const faults = [];
  const source = /^`([^`]+)`$/.exec(file)?.[1];
  if (source !== undefined && !existsSync(join(root, 'src', source))) faults.push(`${article}: no ${source}`);
  const named = /^`(test\/[^`]+)`: “(.+)”$/.exec(test);
  if (named === null && test !== '') faults.push(`${article}: no test is named in ${test}`);
  const [, spec = '', title = ''] = named ?? [];
  if (named !== null && !titlesOf(spec).some((each) => each.includes(title)))
    faults.push(`${article}: no “${title}” in ${spec}`);
  if (test === '' && !/not built|no route/.test(file)) faults.push(`${article}: no test`);
  if (rule === '' || !/^(?:text|release|ours)/.test(sure) || more.length > 0)
    faults.push(`${article}: a row of another form`);
  return faults;
}

/** The texts in quotes of a spec. */
function titlesOf(spec: string): readonly string[] {
  const path = join(root, spec);
  if (!existsSync(path)) return [];
  return [...readFileSync(path, 'utf8').matchAll(/'([^'\n]+)'|`([^`\n]+)`/g)].map(
    ([, one, other]) => one ?? other ?? '',
  );
}

describe('docs/law.md', () => {
  it('names a file and a test that are there, for each rule', () => {
    const rules = rulesIn(page);
    expect(rules.length).toBeGreaterThan(30);
    expect(rules.flatMap(faultOf)).toEqual([]);
  });

  it('names every article that the state machine does', () => {
    const machine = readFileSync(join(root, 'src/cases/transition.ts'), 'utf8');
    const articles = new Set(machine.match(/(?:ACT|REG|RULES) \d+/g));
    const known = rulesIn(page)
      .map(([article = '']) => article)
      .join(' ');
    expect([...articles].filter((each) => !known.includes(each))).toEqual([]);
  });

  it.each([
    [
      'a file that is gone',
      '| ACT 6 | rule | `cases/gone.ts` | `test/unit/docs/law.spec.ts`: “docs/law.md” | text |',
    ],
    [
      'a test that is gone',
      '| ACT 6 | rule | `cases/days.ts` | `test/unit/docs/law.spec.ts`: “docs/' + 'gone.md” | text |',
    ],
    ['a spec that is gone', '| ACT 6 | rule | `cases/days.ts` | `test/unit/docs/gone.spec.ts`: “x” | text |'],
    ['no test', '| ACT 6 | rule | `cases/days.ts` | | text |'],
    ['no sureness', '| ACT 6 | rule | `cases/days.ts` | `test/unit/docs/law.spec.ts`: “docs/law.md” | |'],
  ])('would be found with %s', (_what, row) => {
    expect(rulesIn(row).flatMap(faultOf)).toHaveLength(1);
  });
});
