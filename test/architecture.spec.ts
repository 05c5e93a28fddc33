import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import ts from 'typescript';

const root = join(import.meta.dirname, '..');
const cruiser = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
const configuration = '.config/dependency-cruiser.config.cjs';
const rooms = '.config/rooms.json';
const coverageFloors = '.config/coverage-floors.json';

interface Cruise {
  readonly summary: {
    readonly totalCruised: number;
    readonly violations: readonly {
      readonly from: string;
      readonly to: string;
      readonly rule: { readonly name: string };
    }[];
    readonly ruleSetUsed: { readonly forbidden: readonly { readonly name: string }[] };
  };
}

interface Rooms {
  readonly floors: readonly { readonly name: string; readonly rooms: readonly { readonly path: string }[] }[];
}

/** What dependency-cruiser finds in a folder with `src` and `migrations`. */
function cruise(folder: string): Cruise['summary'] {
  const parameters = [cruiser, '--config', configuration, '--output-type', 'json', 'src', 'migrations'];
  // Its exit code is the number of violations.
  const { stdout, stderr } = spawnSync(process.execPath, parameters, {
    cwd: folder,
    maxBuffer: 1 << 28,
    encoding: 'utf8',
  });
  if (stdout === '') throw new Error(stderr);
  return (JSON.parse(stdout) as Cruise).summary;
}

describe('who imports whom', () => {
  const found = cruise(root);

  it.each(found.ruleSetUsed.forbidden.map(({ name }) => name))('%s', (rule) => {
    const violations = found.violations.filter((each) => each.rule.name === rule);
    expect(violations.map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
  });

  it('was looked at in every file', () => {
    expect(found.totalCruised).toBeGreaterThan(sources('src').length);
  });
});

describe('the rooms', () => {
  const { floors } = JSON.parse(readFileSync(join(root, rooms), 'utf8')) as Rooms;

  it('are the folders of src', () => {
    const folders = readdirSync(join(root, 'src'), { withFileTypes: true }).filter((entry) =>
      entry.isDirectory(),
    );
    const named = floors
      .flatMap((floor) => floor.rooms.map(({ path }) => path))
      .filter((path) => path !== '');
    expect(named.sort()).toEqual(folders.map(({ name }) => name).sort());
  });

  it('have each a floor of coverage, and each adapter one', () => {
    const adapters = readdirSync(join(root, 'src/adapters')).map((name) => `adapters/${name}`);
    const named = floors.flatMap((floor) => floor.rooms.map(({ path }) => path));
    const folders = named.flatMap((path) => (path === 'adapters' ? adapters : [path]));
    const floored = Object.keys(JSON.parse(readFileSync(join(root, coverageFloors), 'utf8')) as object);
    expect(floored.sort()).toEqual(folders.map((path) => (path === '' ? 'global' : `src/${path}/`)).sort());
  });
});

describe('the rules bite', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lianshu-architecture-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  const planted: readonly [file: string, imports: string, ...rules: string[]][] = [
    ['src/core/a.ts', '../messages/index.js', 'no-arrow-up-from-core-to-messages'],
    ['src/core/c.ts', '../cases/index.js', 'no-arrow-up-from-core-to-capabilities'],
    ['src/core/d.ts', '../http/index.js', 'no-arrow-up-from-core-to-edges'],
    ['src/core/e.ts', '../main.js', 'no-arrow-up-from-core-to-roots'],
    ['src/cases/i.ts', '../messages/index.js', 'no-arrow-up-from-capabilities-to-messages'],
    ['src/cases/m.ts', '../main.js', 'no-arrow-up-from-capabilities-to-roots'],
    ['src/messages/b.ts', '../http/index.js', 'no-arrow-up-from-messages-to-edges', 'messages-by-codes'],
    ['src/messages/c.ts', '../main.js', 'no-arrow-up-from-messages-to-roots', 'messages-by-codes'],
    ['src/cli/c.ts', '../main.js', 'no-arrow-up-from-edges-to-roots'],
    ['src/http/d.ts', 'type ../app.module.js', 'no-arrow-up-from-edges-to-roots', 'module-by-module'],
    ['src/cli/d.ts', '../http/index.js', 'edges-apart'],
    ['src/web/a.ts', '../http/index.js', 'web-on-core', 'web-without-node'],
    ['src/web/b.ts', 'node:crypto', 'web-without-node'],
    ['src/web/c.ts', '../core/x509/index.js', 'web-without-node'],
    ['src/web/d.ts', './e.js', 'web-without-node'],
    ['src/web/e.ts', 'type ../core/x509/index.js', 'web-without-node'],
    ['src/cli/w.ts', '../web/a.js', 'web-by-vite'],
    ['src/http/e.ts', '../../test/support/a.js', 'without-tests'],
    ['src/cases/j.ts', '../../migrations/index.js', 'migrations-by-their-adapter'],
    ['src/core/b.ts', 'node:fs/promises', 'core-without-io'],
    ['src/core/second-opinion/a.ts', '../x509/index.js', 'second-opinion-alone'],
    ['src/core/cms/a.ts', 'pkijs', 'pkijs-for-the-second-opinion'],
    ['src/adapters/keys/a.ts', '../../core/cms/card-decryption.js', 'card-decryption-off-the-server'],
    ['src/core/ceremony/a.ts', '../cms/card-decryption.js', 'card-decryption-off-the-server'],
    ['src/cli/e.ts', '../core/cms/card-decryption.js'],
    ['src/adapters/cards/b.ts', '../../core/cms/card-decryption.js'],
    ['src/adapters/cards/c.ts', 'pkijs', 'pkijs-for-the-second-opinion'],
    ['src/adapters/keys/b.ts', '../cards/pkcs12-card.js', 'cards-off-the-server'],
    ['src/application.ts', './adapters/cards/pkcs12-card.js', 'cards-off-the-server'],
    ['src/card.ts', './adapters/cards/pkcs12-card.js'],
    ['src/cases/a.ts', '../http/index.js', 'no-arrow-up-from-capabilities-to-edges'],
    [
      'src/lead/a.ts',
      '../adapters/postgres/index.js',
      'no-arrow-up-from-capabilities-to-edges',
      'adapters-from-roots',
    ],
    ['src/lead/b.ts', '../cases/state.js', 'capability-by-index'],
    ['src/http/a.ts', '../cases/state.js', 'outside-by-index'],
    ['src/cli/a.ts', '../cases/state.js', 'outside-by-index'],
    ['src/app.module.ts', './cases/state.js', 'outside-by-index'],
    ['src/adapters/postgres/a.ts', '../../cases/state.js', 'adapter-by-port'],
    ['src/adapters/postgres/b.ts', '../../http/index.js', 'adapter-inwards'],
    ['src/http/b.ts', '../adapters/postgres/index.js', 'adapters-from-roots'],
    ['src/cli/b.ts', '../adapters/postgres/index.js', 'adapters-from-roots'],
    ['src/adapters/postgres/d.ts', '../../configuration/a.js'],
    ['src/configuration/b.ts', '../cases/index.js', 'configuration-on-core'],
    ['src/lead/lead.module.ts', '../cases/cases.module.js'],
    ['src/http/f.ts', '../cases/cases.module.js', 'module-by-module'],
    ['src/http/g.module.ts', '../cases/state.js', 'outside-by-index'],
    ['src/messages/a.ts', '../cases/state.js', 'messages-by-codes'],
    ['src/messages/messages.module.ts', '../cases/state.js', 'outside-by-index'],
    ['src/messages/codes.ts', '../cases/index.js', 'messages-by-codes'],
    ['src/devkit/a.ts', '../cases/index.js', 'devkit-on-core'],
    [
      'src/cases/b.ts',
      '../devkit/index.js',
      'production-without-devkit',
      'no-arrow-up-from-capabilities-to-edges',
    ],
    ['src/cases/c.ts', '@nestjs/common', 'nest-at-the-edge'],
    ['src/adapters/postgres/c.ts', '@nestjs/common', 'nest-at-the-edge'],
    ['src/cases/d.service.ts', 'typeorm', 'database-in-its-adapter'],
    ['src/http/c.ts', 'pg', 'database-in-its-adapter'],
    ['src/cases/e.ts', 'fast-check', 'no-development-dependency'],
    ['src/cases/f.ts', './nowhere.js', 'resolvable'],
    ['src/cases/g.ts', './h.js', 'no-circle'],
    ['src/cases/h.ts', './g.js'],
    ['src/cases/k.ts', 'type ./l.js', 'no-circle'],
    ['src/cases/l.ts', 'type ./k.js'],
  ];

  it('on every planted offence, and on nothing else', () => {
    for (const name of ['package.json', 'tsconfig.json', configuration, rooms]) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      cpSync(join(root, name), join(folder, name));
    }
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
    const innocent = [
      'src/cases/index.ts',
      'src/cases/state.ts',
      'src/cases/cases.module.ts',
      'src/configuration/a.ts',
      'src/http/index.ts',
      'src/messages/index.ts',
    ];
    innocent.push('src/core/x509/index.ts', 'src/core/cms/card-decryption.ts');
    innocent.push('src/adapters/postgres/index.ts', 'src/devkit/index.ts', 'migrations/index.ts');
    innocent.push('src/adapters/cards/pkcs12-card.ts', 'src/main.ts', 'test/support/a.ts');
    for (const file of innocent) plant(file, 'node:crypto');
    for (const [file, imports] of planted) plant(file, imports);

    const offences = cruise(folder).violations.map(({ from, rule }) => `${rule.name}: ${from}`);
    const expected = planted.flatMap(([file, , ...rules]) => rules.map((rule) => `${rule}: ${file}`));
    expect(offences.sort()).toEqual(expected.sort());
  });

  /** `type ./a.js` plants an import of a type alone. */
  function plant(file: string, imports: string): void {
    const module = imports.replace(/^type /, '');
    const line = imports.startsWith('type ')
      ? `import type { Value } from '${module}';\nexport type { Value };\n`
      : `import * as it from '${module}';\nexport const value = it;\n`;
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), line);
  }
});

describe('the sources', () => {
  const files = [...sources('src'), ...sources('migrations')].map((path): [string, string] => [
    path,
    readFileSync(join(root, path), 'utf8'),
  ]);

  it('have no file of more than 250 lines, but for what a program writes', () => {
    const lines = (text: string) => text.split('\n').length - 1;
    const written = ['src/web/api/schema.ts', 'src/http/openapi/request-examples.ts'];
    const byHand = files.filter(([path]) => !written.includes(path));
    const found = byHand.filter(([, text]) => lines(text) > 250);
    expect(found.map(([path]) => path)).toEqual([]);
  });

  it('decrypt RSA in two places: OAEP for a certificate, and what a card would', () => {
    const found = files.filter(
      ([path, text]) => !path.startsWith('src/devkit/') && text.includes('privateDecrypt'),
    );
    expect(found.map(([path]) => path)).toEqual([
      'src/core/cms/card-decryption.ts',
      'src/core/cms/sealed-document.ts',
    ]);
  });

  it('have an index.ts for a room alone', () => {
    expect(barrelsBelowRooms(files.map(([path]) => path))).toEqual([]);
    const planted = [
      'src/cases/index.ts',
      'src/cases/texts/index.ts',
      'src/core/cms/index.ts',
      'src/devkit/index.ts',
    ];
    planted.push('src/core/cms/signing/index.ts', 'src/core/index.ts', 'src/http/index.ts', 'src/index.ts');
    expect(barrelsBelowRooms(planted)).toEqual([planted[1], ...planted.slice(4)]);
  });

  it('never say any', () => {
    expect(files.filter(([path, text]) => saysAny(path, text)).map(([path]) => path)).toEqual([]);
  });

  it('answer every failure of a handler as a value, so that the compiler holds its code against the endpoint', () => {
    const controllers = files.filter(([path]) => path.endsWith('.controller.ts'));
    expect(controllers.length).toBeGreaterThan(5);
    const throwing = controllers.filter(([, text]) => /ProblemException|HttpException|@Res\(\)/.test(text));
    expect(throwing.map(([path]) => path)).toEqual([]);
    expect(controllers.flatMap(([path, text]) => unlistedResults(path, text))).toEqual([]);
  });

  it('switch no check off', () => {
    const escapes = /(?:es|ox)lint-disable|@ts-(?:ignore|expect-error|nocheck)|istanbul ignore|c8 ignore/;
    expect(files.filter(([, text]) => escapes.test(text)).map(([path]) => path)).toEqual([]);
  });

  it('have no name that says nothing', () => {
    const nothing = /(?:^|[-./])(?:utils?|helpers?|managers?|common|misc|shared|stuff)(?:[-./]|$)/i;
    expect(files.map(([path]) => path).filter((path) => nothing.test(path))).toEqual([]);
    // At the start of a line: `type EntityManager` inside an import is TypeORM's name.
    const declared =
      /^(?:export )?(?:abstract )?(?:class|interface|(?:async )?function|type|const)\s+\w*(?:Utils?|Helpers?|Manager|Common|Misc)\b/m;
    expect(files.filter(([, text]) => declared.test(text)).map(([path]) => path)).toEqual([]);
  });

  it('are named in lower case with hyphens', () => {
    const names = files.map(([path]) => basename(path));
    expect(names.filter((name) => !/^[a-z0-9]+(?:[-.][a-z0-9]+)*\.ts$/.test(name))).toEqual([]);
  });

  it('stand at the top level as agreed', () => {
    const made = ['node_modules', 'dist', 'coverage'];
    const visible = readdirSync(root).filter((name) => !name.startsWith('.') && !made.includes(name));
    const agreed = [
      'CONTRIBUTING.md',
      'Dockerfile',
      'LICENSE',
      'README.md',
      'SECURITY.md',
      'deploy',
      'docs',
      'migrations',
      'nest-cli.json',
    ];
    agreed.push('package-lock.json', 'package.json', 'publiccode.yml', 'src', 'test', 'tsconfig.json');
    expect(visible.filter((name) => !agreed.includes(name))).toEqual([]);
  });
});

describe('the tests', () => {
  const files = sources('test').map((path): [string, string] => [
    path,
    readFileSync(join(root, path), 'utf8'),
  ]);
  const itself = 'test/architecture.spec.ts';

  it('say why where they skip, and are never run alone', () => {
    const lines = files
      .filter(([path]) => path !== itself)
      .flatMap(([path, text]) => text.split('\n').map((line) => `${path}: ${line.trim()}`));
    expect(lines.filter(skipsWithoutReason)).toEqual([]);
    const planted = [
      "it.skip('a', f)",
      "describe.only('a', f)",
      "it.todo('a')",
      'it.skip(`NOT RUN: no b`, f)',
    ];
    expect(planted.filter(skipsWithoutReason)).toEqual(planted.slice(0, 3));
  });

  it('stand the application, or a part of it, up in one place', () => {
    const places = [
      'test/support/application/application.ts',
      // Controllers with nothing behind them: what is decided before any service is asked.
      'test/support/http/test-server.ts',
      // A module with a job of its own, over ports made by hand.
      'test/unit/audit/checkpoint-job.spec.ts',
      'test/unit/cases/end-periods.spec.ts',
      'test/unit/trust/trust-module.spec.ts',
    ];
    const standing = files.filter(([path, text]) => path !== itself && standsUp(text)).map(([path]) => path);
    expect(standing.sort()).toEqual(places);
    const planted = ['Test.createTestingModule({})', "import { AppModule } from 'a'", 'the AppModules'];
    expect(planted.filter(standsUp)).toEqual(planted.slice(0, 2));
  });
});

/** Whether a text makes a Nest application or module of its own. */
function standsUp(text: string): boolean {
  return /\bTest\.createTestingModule\(|\bAppModule\b/.test(text);
}

/** Whether a line skips a test without `NOT RUN` and the reason, or has one test run alone. */
function skipsWithoutReason(line: string): boolean {
  const skips = /\b(?:it|test|describe)(?:\.\w+)*\.(?:skip|todo)\b.*\(|\b(?:xit|xtest|xdescribe)\(/;
  return /\b(?:it|test|describe)\.only\b/.test(line) || (skips.test(line) && !line.includes('NOT RUN'));
}

/** The `index.ts` that no room shows itself by: a capability, a room of the core, the messages and the devkit have one. */
function barrelsBelowRooms(paths: readonly string[]): readonly string[] {
  const { floors } = JSON.parse(readFileSync(join(root, rooms), 'utf8')) as Rooms;
  const shown = floors
    .filter(({ name }) => ['capabilities', 'messages'].includes(name))
    .flatMap((floor) => floor.rooms);
  const allowed = ['core/[^/]+', 'devkit', ...shown.map(({ path }) => path)].join('|');
  const index = new RegExp(`^src/(?:${allowed})/index\\.ts$`);
  return paths.filter(
    (path) => path.startsWith('src/') && basename(path) === 'index.ts' && !index.test(path),
  );
}

/** Every TypeScript file under a folder, from the root. */
function sources(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `${folder}/${name}`);
}

/** Handlers that answer a Result and have no `@Problems`: Nest would send the Result itself. */
function unlistedResults(path: string, text: string): readonly string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isMethodDeclaration(node)) {
      const decorators = (ts.getDecorators(node) ?? []).map((each) => each.getText());
      const isHandler = decorators.some((each) => /^@(?:Get|Post|Put|Patch|Delete)\(/.test(each));
      const answersResult = node.type === undefined || node.type.getText().includes('Result<');
      if (isHandler && answersResult && !decorators.some((each) => each.startsWith('@Problems(')))
        found.push(`${path}: ${node.name.getText()}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, text, ts.ScriptTarget.ESNext, true));
  return found;
}

/** Whether the type `any` is written anywhere in a file. */
function saysAny(path: string, text: string): boolean {
  if (!/\bany\b/.test(text)) return false;
  const visit = (node: ts.Node): boolean =>
    node.kind === ts.SyntaxKind.AnyKeyword || ts.forEachChild(node, visit) === true;
  return visit(ts.createSourceFile(path, text, ts.ScriptTarget.ESNext, false));
}
