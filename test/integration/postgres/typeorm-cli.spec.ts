import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { stripVTControlCharacters } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { migrations } from '../../../migrations/index.js';
import { asOwner, createEmptyDatabase, type TestDatabase } from '../../support/postgres/database.js';

const source = 'src/adapters/postgres/migration-data-source.ts';
const names = migrations.map(({ name }) => name);

interface Said {
  readonly code: number | null;
  readonly out: string;
  readonly error: string;
}

/** TypeORM's command line over the sources, as `npm run typeorm` runs it over the build. */
async function typeorm(command: string, databaseUrl: string | undefined): Promise<Said> {
  const child = spawn(
    process.execPath,
    [
      ...['--no-warnings', '--import', './.config/typescript.mjs', 'node_modules/typeorm/cli.js'],
      ...['-d', source, command],
    ],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, DATABASE_URL: databaseUrl },
    },
  );
  const said = Promise.all([text(child.stdout), text(child.stderr)]);
  const [code] = (await once(child, 'close')) as [number | null];
  const [out, error] = await said;
  // TypeORM colours what it prints where the surroundings ask for colours, as jest's workers do.
  return { code, out: stripVTControlCharacters(out), error };
}

describe('TypeORM’s own command line', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createEmptyDatabase();
  });
  afterAll(() => database.drop());

  const ran = (): Promise<string[]> =>
    asOwner(database.url, async (query) =>
      (await query<{ name: string }>('SELECT name FROM migration ORDER BY id')).map(({ name }) => name),
    );

  it('is given the built data source by the npm script', async () => {
    const { scripts } = JSON.parse(await readFile('package.json', 'utf8')) as {
      scripts: Record<string, string>;
    };
    expect(scripts.typeorm).toBe(`typeorm -d dist/${source.replace(/ts$/, 'js')}`);
  });

  it('shows every migration as pending in an empty database', async () => {
    const { code, out } = await typeorm('migration:show', database.url);
    expect(code).toBe(0);
    expect(out.trim().split('\n')).toEqual(names.map((name) => `[ ] ${name}`));
  });

  it('runs each once, in order, though two run them at once', async () => {
    const both = await Promise.all([1, 2].map(() => typeorm('migration:run', database.url)));
    expect(both).toMatchObject([
      { code: 0, error: '' },
      { code: 0, error: '' },
    ]);
    expect(await ran()).toEqual(names);
    const { out } = await typeorm('migration:show', database.url);
    expect(out.match(/^\[X\] \d+ \w+$/gm)).toHaveLength(names.length);
  });

  it('does nothing when it runs again', async () => {
    const { code, out } = await typeorm('migration:run', database.url);
    expect(code).toBe(0);
    expect(out).toContain('No migrations are pending');
    expect(out).not.toMatch(/CREATE (?:TABLE|VIEW|FUNCTION)/);
    expect(await ran()).toEqual(names);
  });

  it('says that DATABASE_URL is missing', async () => {
    const { code, error } = await typeorm('migration:show', undefined);
    expect(code).toBe(1);
    expect(error).toContain('DATABASE_URL is not set');
  });
});
