import { describe, expect, it } from '@jest/globals';
import { readBenchArguments } from '../../support/bench/arguments.js';

const count = { usual: 1000, least: 5 };

describe('the arguments of a bench', () => {
  it.each([
    [[], { count: 1000, json: false, profile: false, processes: 1, rows: 0 }],
    [['100'], { count: 100, json: false, profile: false, processes: 1, rows: 0 }],
    [['--json'], { count: 1000, json: true, profile: false, processes: 1, rows: 0 }],
    [['--json', '5'], { count: 5, json: true, profile: false, processes: 1, rows: 0 }],
    [['100', '--json'], { count: 100, json: true, profile: false, processes: 1, rows: 0 }],
    [['5', '--processes', '2'], { count: 5, json: false, profile: false, processes: 2, rows: 0 }],
    [['--profile'], { count: 1000, json: false, profile: true, processes: 1, rows: 0 }],
  ])('%j are read', (words, expected) => {
    expect(readBenchArguments(words, count)).toEqual(expected);
  });

  it.each([[['4']], [['0']], [['-5']], [['1e3']], [['x']], [['']], [['5.5']], [['12345678']]])(
    'a number as in %j is refused',
    (words) => {
      expect(readBenchArguments(words, count)).toBeUndefined();
    },
  );

  it.each([
    [['--jso']],
    [['100', '200']],
    [['--json=yes']],
    [['--processes', '0']],
    [['--rows', 'x']],
    [['--processes']],
  ])('%j are refused', (words) => {
    expect(readBenchArguments(words, count)).toBeUndefined();
  });
});
