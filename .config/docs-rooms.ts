/**
 * `npm run docs:rooms`: draws docs/images/rooms.svg and the table of rooms in docs/architecture.md from the real imports.
 * With `--check` it writes nothing, and fails when either is not what it would write; the sizes of the dots may be of another day,
 * since any one import may move a dot from one size to the next.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Floor, importsBetween, roomsPicture, roomsTable } from './rooms-picture.js';

const root = join(import.meta.dirname, '..');
const picture = 'docs/images/rooms.svg';
const page = 'docs/architecture.md';
const marks = ['<!-- rooms: written by npm run docs:rooms -->', '<!-- /rooms -->'] as const;

interface Cruise {
  readonly modules: readonly {
    readonly source: string;
    readonly dependencies: readonly { readonly resolved: string }[];
  }[];
}

/** Every import from one file of `src` into another, as dependency-cruiser finds them; types count. */
function importsInSrc(): readonly (readonly [string, string])[] {
  const cruiser = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const configuration = '.config/dependency-cruiser.config.cjs';
  const parameters = [cruiser, '--config', configuration, '--output-type', 'json', 'src'];
  const { stdout, stderr } = spawnSync(process.execPath, parameters, {
    cwd: root,
    maxBuffer: 1 << 28,
    encoding: 'utf8',
  });
  if (stdout === '') throw new Error(stderr);
  return (JSON.parse(stdout) as Cruise).modules
    .filter(({ source }) => source.startsWith('src/'))
    .flatMap(({ source, dependencies }) =>
      dependencies
        .filter(({ resolved }) => resolved.startsWith('src/'))
        .map(({ resolved }) => [source, resolved] as const),
    );
}

/** A page with the lines between the two marks replaced. */
function withTable(text: string, table: string): string {
  const [start, end] = marks.map((mark) => text.indexOf(mark));
  if (start === undefined || end === undefined || start < 0 || end < start)
    throw new Error(`${page} lacks ${marks.join(' … ')}`);
  return `${text.slice(0, start + marks[0].length)}\n${table}\n${text.slice(end)}`;
}

const { floors } = JSON.parse(readFileSync(join(root, '.config/rooms.json'), 'utf8')) as {
  floors: readonly Floor[];
};
const imports = importsBetween(
  floors.flatMap(({ rooms }) => rooms),
  importsInSrc(),
);
const read = (path: string) => (existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : '');
const wanted: readonly (readonly [string, string])[] = [
  [picture, roomsPicture(floors, imports)],
  [page, withTable(read(page), roomsTable(floors, imports))],
];
const stale = wanted.filter(([path, content]) => read(path) !== content);
const withoutSizes = (text: string) => text.replace(/ r="\d"/g, '');

if (process.argv.includes('--check')) {
  const wrong = stale.filter(([path, content]) => withoutSizes(read(path)) !== withoutSizes(content));
  for (const [path] of wrong) console.error(`${path} is not current: npm run docs:rooms`);
  process.exitCode = wrong.length === 0 ? 0 : 1;
} else {
  for (const [path, content] of stale) {
    writeFileSync(join(root, path), content);
    console.error(`${path} written`);
  }
}
