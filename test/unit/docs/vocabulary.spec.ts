import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import ts from 'typescript';

const root = join(import.meta.dirname, '../../../src');
const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));

interface Retired {
  readonly words: readonly string[];
  /** The word of the field, or ours, that stands in its place. */
  readonly instead: string;
  /** Where the word is still right: folders or files of `src`. */
  readonly except?: readonly string[];
}

/** Words that names and comments used to have. Strings are free: codes and columns keep the words they were published with. */
const retired: readonly Retired[] = [
  {
    words: ['judge', 'judges', 'judging', 'judgement', 'judgment'],
    instead: 'validate, verify or check',
    // `IntakeJudgement` is the name of an attribute in docs/protocol.md.
    except: ['core/cms/countersignature.ts', 'core/cms/oids.ts', 'core/second-opinion/countersignature.ts'],
  },
  {
    words: ['leaf'],
    instead: 'target certificate',
    // These are about the tree. The types of the API take their comments from descriptions.
    except: [
      'core/merkle/',
      'adapters/postgres/checking/published-tree.ts',
      'web/api/schema.ts',
      'web/pages/receipt/inclusion.ts',
    ],
  },
  { words: ['upkeep'], instead: 'CRL refresh' },
  { words: ['ledger'], instead: 'cache' },
];

/** Names in one spelling only, each beside what it is called now. */
const retiredNames: readonly (readonly [name: RegExp, instead: string])[] = [
  [/^[A-Z]\w*Parts$/, '…Dependencies or …Fields'],
  [/^issuerOrganization$/, 'issuerName'],
  [/^PeriodEnd$/, 'EndPeriodsJob'],
];

/** The identifiers of a source and the text of its comments. */
function wording(source: string): { readonly names: readonly string[]; readonly comments: string } {
  const names: string[] = [];
  const comments: string[] = [];
  const tree = ts.createSourceFile('source.ts', source, ts.ScriptTarget.Latest);
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) names.push(node.text);
    if (node.getChildCount(tree) > 0) {
      node.getChildren(tree).forEach(visit);
      return;
    }
    const before = ts.getLeadingCommentRanges(source, node.pos) ?? [];
    const after = ts.getTrailingCommentRanges(source, node.end) ?? [];
    for (const { pos, end } of [...before, ...after]) comments.push(source.slice(pos, end));
  };
  visit(tree);
  return { names, comments: comments.join('\n') };
}

/** The words of a name in camel case, or of a text, in lower case. */
const wordsOf = (text: string): readonly string[] =>
  (text.match(/[A-Z]?[a-z]+|[A-Z]+(?![a-z])/g) ?? []).map((word) => word.toLowerCase());

/** What a source says in words that were given up: `word (instead)`. */
function faultsIn(path: string, source: string): readonly string[] {
  const { names, comments } = wording(source);
  const words = new Set([...names, comments].flatMap(wordsOf));
  const inWords = retired
    .filter(({ except = [] }) => !except.some((start) => path.startsWith(start)))
    .flatMap(({ words: old, instead }) =>
      old.filter((word) => words.has(word)).map((word) => `${word} (${instead})`),
    );
  const inNames = retiredNames.flatMap(([name, instead]) =>
    names.filter((each) => name.test(each)).map((each) => `${each} (${instead})`),
  );
  return [...inWords, ...inNames];
}

describe('the words of the sources', () => {
  it.each([
    ['a name', 'const judgement = 1;', ['judgement (validate, verify or check)']],
    ['a part of a name', 'function judgeRecord() {}', ['judge (validate, verify or check)']],
    ['a comment', '/** The ledger of lists. */ const lists = 1;', ['ledger (cache)']],
    ['a comment after code', 'const a = 1; // by the leaf\nconst b = 2;', ['leaf (target certificate)']],
    ['a comment at the end', 'const a = 1;\n// upkeep', ['upkeep (CRL refresh)']],
    ['a type', 'interface IntakeParts {}', ['IntakeParts (…Dependencies or …Fields)']],
    ['nothing in a string', "fail('upkeep-failed');", []],
    ['nothing in another word', 'const parts = leaflet;', []],
    ['nothing in the name of a published field', 'batch.judged;', []],
  ] as const)('finds %s', (_where, source, faults) => {
    expect(faultsIn('cases/example.ts', source)).toEqual(faults);
  });

  it('are none of those given up', () => {
    expect(files.length).toBeGreaterThan(100);
    const faults = files.flatMap((file) =>
      faultsIn(file, readFileSync(join(root, file), 'utf8')).map((fault) => `${file}: ${fault}`),
    );
    expect(faults).toEqual([]);
  });

  it('have no exception that nothing needs', () => {
    const needless = retired.flatMap(({ words, except = [] }) =>
      except.filter((start) => {
        const held = files
          .filter((file) => file.startsWith(start))
          .map((file) => readFileSync(join(root, file), 'utf8'));
        return !held.some((source) => wordsOf(source).some((word) => words.includes(word)));
      }),
    );
    expect(needless).toEqual([]);
  });

  it('name no file for what it is not about', () => {
    const vague = /(^|[/.-])(utils?|helpers?|manager|common|misc)([/.-]|$)/;
    expect(files.filter((file) => vague.test(file))).toEqual([]);
  });
});
