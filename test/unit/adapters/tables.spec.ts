import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import ts from 'typescript';

// The rules of docs/adr/0011-typeorm-one-way.md, held against the sources.

type Source = readonly [file: string, text: string];

const root = path.join(import.meta.dirname, '../../..');

function sourcesOf(folder: string): readonly Source[] {
  return readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name): Source => [`${folder}/${name}`, readFileSync(path.join(root, folder, name), 'utf8')]);
}

const sources = sourcesOf('src');
const migrations = sourcesOf('migrations');

/** Each entity class with its table. */
const entities = new Map(
  sources
    .filter(([file]) => file.endsWith('.entity.ts'))
    .map(([, text]): [string, string] => {
      const found = /@Entity\('(\w+)'\)\nexport class (\w+)/.exec(text);
      return [found?.at(2) ?? '', found?.at(1) ?? ''];
    }),
);

const parsed = new Map<string, ts.SourceFile>();

/** Every node of a source file. */
function* nodesOf([file, text]: Source): Generator<ts.Node> {
  const tree = parsed.get(text) ?? ts.createSourceFile(file, text, ts.ScriptTarget.ESNext, true);
  parsed.set(text, tree);
  const waiting: ts.Node[] = [tree];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    yield node;
    ts.forEachChild(node, (child) => void waiting.push(child));
  }
}

/** The texts in quotes: where SQL is. */
function* literalsOf(source: Source): Generator<string> {
  for (const node of nodesOf(source)) {
    if (ts.isStringLiteralLike(node)) yield node.text;
    if (ts.isTemplateExpression(node)) yield node.getText();
  }
}

const namesTable = /\b(?:FROM|JOIN|INTO|UPDATE|TABLE|ONLY)\s+"?([a-z_]+)"?/g;

/** The tables that a file's SQL names. */
function sqlTablesOf(source: Source): ReadonlySet<string> {
  const tables = new Set<string>();
  if (source[1].search(namesTable) === -1) return tables;
  for (const text of literalsOf(source))
    for (const found of text.matchAll(namesTable)) tables.add(found.at(1) ?? '');
  return tables;
}

/** Calls such as `manager.update(RoundEntity, …)`: the method with the entity. */
function* callsWithEntity(source: Source): Generator<string> {
  if (!source[1].includes('Entity')) return;
  for (const node of nodesOf(source)) {
    if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) continue;
    for (const argument of node.arguments)
      if (ts.isIdentifier(argument) && entities.has(argument.text))
        yield `${node.expression.name.text} ${argument.text}`;
  }
}

/** Tables that are read or written as entities and by SQL. */
function bothWays(all: readonly Source[]): readonly string[] {
  const tables = new Set(entities.values());
  return all.flatMap((source) =>
    [...sqlTablesOf(source)].filter((table) => tables.has(table)).map((table) => `${source[0]}: ${table}`),
  );
}

/** Where a case's row is written: by which file, and how. */
function writersOfCases(all: readonly Source[]): readonly string[] {
  return all.flatMap((source) =>
    [...callsWithEntity(source)]
      .filter((call) => /^(?!find|exists|count|createQueryBuilder)\w+ ReferendumCaseEntity$/.test(call))
      .map((call) => `${source[0]}: ${call}`),
  );
}

/** TypeORM's ways that hide which table and which columns a statement touches. */
function hiddenWays(all: readonly Source[]): readonly string[] {
  const hidden = /^(?:save|remove|softRemove|recover|getRepository|withRepository|getTreeRepository)$/;
  return all
    .filter(([file]) => file.startsWith('src/adapters/postgres/'))
    .flatMap((source) =>
      [...nodesOf(source)]
        .filter((node) => ts.isPropertyAccessExpression(node) && hidden.test(node.name.text))
        .map((node) => `${source[0]}: ${node.getText()}`),
    );
}

describe('a table', () => {
  it('is an entity or named in SQL, never both', () => {
    expect([...entities]).toContainEqual(['RoundEntity', 'round']);
    expect(bothWays(sources)).toEqual([]);
  });

  it('is used, whichever it is', () => {
    const made = migrations.flatMap(([, text]) =>
      [...text.matchAll(/CREATE (?:TABLE|VIEW) (\w+)/g)].map((found) => found.at(1) ?? ''),
    );
    const bySql = new Set(sources.flatMap((source) => [...sqlTablesOf(source)]));
    const used = made.filter((table) => bySql.has(table));
    expect(made).toContain('sealed_record');
    expect([...used, ...entities.values()].toSorted()).toEqual(made.toSorted());
  });

  it('that is an entity is read or written as one', () => {
    const called = new Set(
      sources.flatMap((source) => [...callsWithEntity(source)].map((call) => call.split(' ').at(-1))),
    );
    expect([...entities.keys()].filter((name) => !called.has(name))).toEqual([]);
  });

  it('is never written without its columns being named', () => {
    expect(hiddenWays(sources)).toEqual([]);
  });
});

describe('a case', () => {
  it('is inserted by one function, moved by one other, and its days and its lead’s certificates have a writer each', () => {
    expect(writersOfCases(sources).toSorted()).toEqual([
      'src/adapters/postgres/calendar-store.ts: update ReferendumCaseEntity',
      'src/adapters/postgres/case-repository.ts: insert ReferendumCaseEntity',
      'src/adapters/postgres/lead-certificates.ts: update ReferendumCaseEntity',
      'src/adapters/postgres/move-case.ts: update ReferendumCaseEntity',
    ]);
  });
});

describe('the rules find', () => {
  const file = 'src/adapters/postgres/planted.ts';

  it.each<[string, (all: readonly Source[]) => readonly string[], string]>([
    ['SQL that reads an entity’s table', bothWays, "source.query('SELECT 1 FROM round')"],
    ['SQL that joins it', bothWays, 'source.query(`SELECT 1 FROM ${view} JOIN "referendum_case" c ON true`)'],
    ['SQL that moves a case', bothWays, "manager.query(\n  `UPDATE referendum_case SET state = 'stopped'`)"],
    ['a second update of cases', writersOfCases, "manager.update(ReferendumCaseEntity, {}, { state: 'x' })"],
    ['a builder that writes cases', writersOfCases, 'builder.update(ReferendumCaseEntity).set({})'],
    ['an upsert of cases', writersOfCases, "manager.upsert(ReferendumCaseEntity, row, ['number'])"],
    ['an entity that is saved', hiddenWays, 'manager.save(row)'],
    ['a repository', hiddenWays, 'source.getRepository(RoundEntity)'],
  ])('%s', (_what, rule, text) => {
    expect(rule([[file, text]])).toHaveLength(1);
  });
});
