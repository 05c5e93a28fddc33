import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const root = join(import.meta.dirname, '../../..');
const pages = [
  'README.md',
  'CONTRIBUTING.md',
  ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];

/** Where a path in a page may start: the top of the repository, or `src`, whose folders are named without it. */
const starts = ['', 'src/'];
const folders = starts.flatMap((start) =>
  readdirSync(join(root, start), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== '.lianshu')
    .map(({ name }) => name),
);
const fileNames = new Set(
  ['src', 'test', 'migrations'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => basename(name)),
  ),
);

/** What a page names in code marks that looks like a path of ours: it starts with a folder of ours, or is a `.ts` file. */
function namedPaths(text: string): readonly string[] {
  const marked = [...text.matchAll(/`([\w.*-]+(?:\/[\w.*-]+)*\/?)`/g)].map(([, path = '']) => path);
  return marked.filter((path) =>
    path.includes('/') ? folders.includes(path.slice(0, path.indexOf('/'))) : path.endsWith('.ts'),
  );
}

/** A path with `*` or `NNNN` stands for some file; its folder must be there. A file name alone must be some file's. */
function exists(path: string): boolean {
  if (!path.includes('/')) return path.includes('*') || fileNames.has(path);
  const fixed = /[*]|NNNN/.test(path) ? dirname(path) : path;
  return starts.some((start) => existsSync(join(root, start, fixed)));
}

describe('the paths that the pages name', () => {
  it.each(pages)('%s: are there', (page) => {
    const text = readFileSync(join(root, page), 'utf8');
    expect(namedPaths(text).filter((path) => !exists(path))).toEqual([]);
  });

  it.each(pages)('%s: links lead to a file', (page) => {
    const text = readFileSync(join(root, page), 'utf8');
    const targets = [...text.matchAll(/\]\((?!https?:|#)([^)#\s]+)(?:#[^)]*)?\)/g)].map(
      ([, target = '']) => target,
    );
    expect(targets.filter((target) => !existsSync(join(root, dirname(page), target)))).toEqual([]);
  });

  it('are found, and missed where they are not there', () => {
    const text =
      'See `core/cms`, `src/cases/`, `intake.ts`, `test/nowhere.spec.ts`, `cases/nothing.ts`, `no/path`.';
    const named = namedPaths(text);
    expect(named).toEqual([
      'core/cms',
      'src/cases/',
      'intake.ts',
      'test/nowhere.spec.ts',
      'cases/nothing.ts',
    ]);
    expect(named.filter((path) => !exists(path))).toEqual(['test/nowhere.spec.ts', 'cases/nothing.ts']);
  });
});
