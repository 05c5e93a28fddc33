import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import {
  copyOf,
  ignored,
  nodeFlags,
  ourStages,
  repository,
  stagesOf,
  variablesOf,
} from '../../support/deployment/dockerfile.js';
import { listedPackages, lockedPackages } from '../../support/deployment/packages.js';

// Without Docker. `npm run drill -- image` replays every line.

const stages = ourStages();
const final = stages.at(-1)?.instructions ?? [];
const argumentOf = (name: string): string | undefined =>
  final.findLast((instruction) => instruction.name === name)?.argument;

describe('the Dockerfile', () => {
  it('begins each stage with one image, named by its digest', () => {
    expect(stages).toHaveLength(3);
    expect(new Set(stages.map(({ base }) => base)).size).toBe(1);
    expect(stages[0]?.base).toMatch(/^node:24\.\d+\.\d+-bookworm-slim@sha256:[0-9a-f]{64}$/);
  });

  it('copies what is there and what Docker sees', () => {
    const copies = stages.flatMap(({ instructions }) =>
      instructions.filter(({ name }) => name === 'COPY').map((each) => copyOf(each)),
    );
    const taken = copies.filter(({ from }) => from === undefined).flatMap(({ sources }) => sources);
    expect(taken).toEqual(expect.arrayContaining(['package-lock.json', '.config', 'src', 'migrations']));
    expect(taken.filter((source) => !existsSync(path.join(repository, source)))).toEqual([]);
    expect(taken.filter((source) => ignored().includes(source))).toEqual([]);
    // Where compose has its passwords.
    expect(ignored()).toContain('deploy');
    const named = stages.map(({ name }) => name);
    expect(copies.flatMap(({ from }) => from ?? []).filter((from) => !named.includes(from))).toEqual([]);
  });

  it('runs as nobody in particular, with a home that is a volume', () => {
    expect(argumentOf('USER')).toBe('10001:10001');
    const home = variablesOf(final.find(({ name }) => name === 'ENV')!).get('LIANSHU_HOME');
    expect(argumentOf('VOLUME')).toBe(home);
    expect(argumentOf('RUN')).toContain(`-o 10001 -g 10001 -m 0700 ${home}`);
  });

  it('gives node the room that was measured, as the unit of systemd does', () => {
    const unit = readFileSync(path.join(repository, 'deploy/systemd/lianshu.service'), 'utf8');
    const flags = /^ExecStart=\/usr\/bin\/node (.*) dist\/src\/cli\.js serve$/m.exec(unit)?.[1]?.split(' ');
    expect(nodeFlags()).toEqual(['--enable-source-maps', '--max-semi-space-size=64']);
    expect(flags).toEqual(nodeFlags());
  });

  it('asks only whether the process lives: stale revocation lists are no reason to kill it', () => {
    const [, check = ''] = /CMD (.*)$/.exec(argumentOf('HEALTHCHECK') ?? '') ?? [];
    const words = JSON.parse(check) as string[];
    expect(words.slice(0, 2)).toEqual(['node', '-e']);
    expect(words[2]).toContain('/live');
  });
});

it('a Dockerfile is read: arguments, joined lines, stages by name and by number', () => {
  const text =
    'ARG BASE=node:1\nFROM ${BASE} AS one\n# a note\nRUN a \\\n  && b\nFROM scratch\nCOPY --from=one /a /b c/\n';
  expect(stagesOf(text)).toEqual([
    { name: 'one', base: 'node:1', instructions: [{ name: 'RUN', argument: 'a && b' }] },
    { name: '1', base: 'scratch', instructions: [{ name: 'COPY', argument: '--from=one /a /b c/' }] },
  ]);
  expect(copyOf({ name: 'COPY', argument: '--from=one /a /b c/' })).toEqual({
    from: 'one',
    sources: ['/a', '/b'],
    target: 'c/',
  });
});

it('npm run sbom lists what production installs, all of it and nothing else', () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['.config/sbom.mjs'], {
    cwd: repository,
    encoding: 'utf8',
  });
  expect([status, stderr]).toEqual([0, expect.not.stringContaining('npm error')]);
  const locked = lockedPackages(readFileSync(path.join(repository, 'package-lock.json'), 'utf8'));
  expect(locked.length).toBeGreaterThan(100);
  expect(listedPackages(stdout)).toEqual(locked);
});
