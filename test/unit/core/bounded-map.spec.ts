import { describe, expect, it } from '@jest/globals';
import { BoundedMap } from '../../../src/core/bounded-map.js';

const held = (map: BoundedMap<string, number>, keys = 'abcde'): string =>
  Array.from(keys)
    .filter((key) => map.get(key) !== undefined)
    .join('');

describe('a bounded map', () => {
  it('forgets first what was set longest ago', () => {
    const map = new BoundedMap<string, number>(3);
    for (const key of 'abcde') map.set(key, 1);
    expect([held(map), map.size]).toEqual(['cde', 3]);
  });

  it('takes what is set again for the newest, and what is only read for as old as before', () => {
    const map = new BoundedMap<string, number>(3);
    for (const key of 'abc') map.set(key, 1);
    map.get('b');
    map.set('a', 2);
    map.set('d', 1);
    expect(held(map)).toBe('acd');
    expect(map.get('a')).toBe(2);
  });

  it('holds by weight where there is one', () => {
    const map = new BoundedMap<string, number>(10, (weight) => weight);
    map.set('a', 4);
    map.set('b', 4);
    map.set('a', 1);
    map.set('c', 5);
    expect(held(map)).toBe('abc');
    map.set('d', 1);
    expect(held(map)).toBe('acd');
    map.set('e', 10);
    expect(held(map)).toBe('e');
  });

  it('doesn’t hold what is too heavy by itself', () => {
    const map = new BoundedMap<string, number>(10, (weight) => weight);
    map.set('a', 1);
    map.set('b', 11);
    expect([held(map), map.size]).toEqual(['', 0]);
    map.set('c', 10);
    expect(held(map)).toBe('c');
  });

  it('counts no longer what was deleted', () => {
    const map = new BoundedMap<string, number>(2);
    map.set('a', 1);
    map.delete('a');
    map.delete('a');
    map.delete('never there');
    map.set('b', 1);
    map.set('c', 1);
    expect([held(map), map.size]).toEqual(['bc', 2]);
  });
});
