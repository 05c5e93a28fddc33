import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { roleLimits } from '../../../src/adapters/postgres/roles.js';
import { Measurements } from '../../../src/http/metrics/measurements.js';
import type { Readiness, Ready } from '../../../src/http/metrics/readiness.js';
import { repository } from '../../support/deployment/dockerfile.js';

const read = (file: string): string => readFileSync(path.join(repository, file), 'utf8');
const roles = Object.keys(roleLimits);
const namesIn = (text: string): readonly string[] => {
  const names = [...text.matchAll(/\blianshu_[a-z_]+/g)].map(([name]) => name);
  return [...new Set(names)].filter((name) => !roles.includes(name));
};

/** Names by which Prometheus asks for the parts of a histogram. */
const histogramParts = /_(?:count|sum|bucket)$/;

const ready: Ready = {
  ready: true,
  parts: { database: true, revocation: true, queue: true, disk: true },
  disks: [{ folder: 'home', free: 0.03 }],
  health: undefined,
  queue: { oldestSeconds: 61.2 },
};
let text: string;

beforeAll(async () => {
  const readiness = { look: () => Promise.resolve(ready) } as Readiness;
  const pools = { states: () => [{ pool: 'intake', limit: 20, busy: 12, waiting: 1 }] };
  text = await new Measurements(readiness, pools).text();
});

const measured = (): readonly string[] =>
  [...text.matchAll(/^# TYPE (\S+) (?:gauge|histogram)$/gm)].map(([, name = '']) => name);

describe('the measurements', () => {
  it('are all of ours, and none of a case or a round', () => {
    expect(measured().length).toBeGreaterThan(15);
    expect(measured().filter((name) => !name.startsWith('lianshu_'))).toEqual([]);
    const labels = new Set([...text.matchAll(/[{,](\w+)="/g)].map(([, label = '']) => label));
    expect([...labels].sort()).toEqual(
      ['class', 'commit', 'folder', 'part', 'pool', 'quantile', 'version'].sort(),
    );
  });

  it.each([
    'lianshu_database_pool_busy_ratio{pool="intake"} 0.75',
    'lianshu_database_pool_exhausted{pool="intake"} 1',
    'lianshu_disk_free_ratio{folder="home"} 0.02',
    'lianshu_queue_oldest_seconds 62',
    'lianshu_ready{part="disk"} 1',
  ])('tell what is so: %s', (line) => expect(text.split('\n')).toContain(line));
});

describe.each(['deploy/grafana/lianshu.json', 'docs/operations.md'])('%s', (file) => {
  it('names measurements that there are', () => {
    const named = namesIn(read(file)).map((name) => name.replace(histogramParts, ''));
    expect(named.length).toBeGreaterThan(5);
    expect(named.filter((name) => !measured().includes(name))).toEqual([]);
  });
});

it('the dashboard shows every measurement but the limits of pools', () => {
  const shown = namesIn(read('deploy/grafana/lianshu.json')).map((name) => name.replace(histogramParts, ''));
  const wanted = measured().filter((name) => name !== 'lianshu_database_pool_limit');
  expect(wanted.filter((name) => !shown.includes(name) && name !== 'lianshu_revocation_fresh')).toEqual([]);
});
