import { beforeEach, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import { NestLog } from '../../../src/http/server.js';

const secret = 'A123456789';

describe("Nest's own lines in the log", () => {
  let lines: Record<string, unknown>[];
  let nest: NestLog;
  beforeEach(() => {
    lines = [];
    const write = (line: string): void => void lines.push(JSON.parse(line) as Record<string, unknown>);
    nest = new NestLog(pino({ level: 'debug', base: null }, { write }));
  });

  it.each([
    ['fatal', 60],
    ['error', 50],
    ['warn', 40],
    ['log', 20],
  ] as const)('%s has its rank', (rank, level) => {
    nest[rank]('something', 'Scheduler');
    expect(lines).toEqual([expect.objectContaining({ level, context: 'Scheduler', msg: 'something' })]);
  });

  it('keep of an error its kind and where it was thrown', () => {
    nest.error(
      Object.assign(new TypeError(`${secret} leaked`), { parameters: [secret] }),
      undefined,
      'Scheduler',
    );
    expect(lines).toMatchObject([{ level: 50, context: 'Scheduler', bug: { type: 'TypeError' } }]);
    expect(JSON.stringify(lines)).not.toContain(secret);
  });

  it('keep of a stack its frames', () => {
    nest.error(
      'Error happened during shutdown',
      `Error: ${secret}\n    at f (a.ts:1:2)`,
      'NestApplicationContext',
    );
    expect(lines).toMatchObject([{ msg: 'Error happened during shutdown', frames: ['at f (a.ts:1:2)'] }]);
    expect(JSON.stringify(lines)).not.toContain(secret);
  });

  it('do not repeat a failed start, which whoever started it tells', () => {
    nest.error(new Error(secret), undefined, 'ExceptionHandler');
    expect(lines).toEqual([]);
  });
});
