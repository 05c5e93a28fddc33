import { describe, expect, it } from '@jest/globals';
import {
  type Floor,
  fromTopToBottom,
  importsBetween,
  roomsPicture,
  roomsTable,
} from '../../../.config/rooms-picture.js';

const room = (path: string) => ({ path, zh: `室${path}`, holds: `what ${path} holds` });
const floors: readonly Floor[] = [
  { name: 'core', en: 'Core', zh: '核心', rooms: [room('core')] },
  { name: 'middle', en: 'Middle', zh: '中層', rooms: [room('a'), room('b'), room('c')] },
  { name: 'roots', en: 'Roots', zh: '起點', rooms: [room('')] },
];
const rooms = floors.flatMap((floor) => floor.rooms);
const pairs: readonly (readonly [string, string])[] = [
  ['src/main.ts', 'src/a/index.ts'],
  ['src/a/index.ts', 'src/a/inner/one.ts'],
  ['src/a/inner/one.ts', 'src/c/index.ts'],
  ['src/c/index.ts', 'src/core/x/index.ts'],
  ...Array.from({ length: 20 }, (_, index) => [`src/b/${index}.ts`, 'src/core/x/index.ts'] as const),
  ...Array.from({ length: 5 }, (_, index) => [`src/a/${index}.ts`, 'src/b/0.ts'] as const),
];
const imports = importsBetween(rooms, pairs);

describe('the imports between rooms', () => {
  it('are counted from room to room, not within one', () => {
    expect(Object.fromEntries(imports.get('a') ?? [])).toEqual({ b: 5, c: 1 });
    expect(imports.get('b')?.get('core')).toBe(20);
  });

  it('come from the roots where a file stands in no room', () => {
    expect(Object.fromEntries(imports.get('') ?? [])).toEqual({ a: 1 });
  });

  it('put each room above all that it imports', () => {
    expect(fromTopToBottom(floors, imports).map(({ path }) => path)).toEqual(['', 'a', 'c', 'b', 'core']);
  });

  it.each([
    ['a circle of rooms', 'src/c/index.ts', 'src/a/index.ts'],
    ['an arrow up', 'src/core/x/index.ts', 'src/c/index.ts'],
  ])('refuse %s', (_, from, to) => {
    const wrong = importsBetween(rooms, [...pairs, [from, to]]);
    expect(() => fromTopToBottom(floors, wrong)).toThrow('an arrow up or a circle');
  });
});

describe('the picture', () => {
  const svg = roomsPicture(floors, imports);
  const numbers = (pattern: RegExp) => [...svg.matchAll(pattern)].map((found) => found.slice(1).map(Number));
  const [width = 0, height = 0] = numbers(/viewBox="0 0 (\d+) (\d+)"/g)[0] ?? [];
  const boxes = numbers(/<rect class="room" x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)"/g);
  const texts = [...svg.matchAll(/<text class="(\w+)" x="([\d.]+)" y="([\d.]+)">([^<]*)</g)];

  it('is the same whatever order the imports are found in', () => {
    expect(roomsPicture(floors, importsBetween(rooms, [...pairs].reverse()))).toBe(svg);
  });

  it('has a box for each room and a dot for each import between two, of three sizes', () => {
    expect(boxes).toHaveLength(rooms.length);
    const radii = numbers(/<circle cx="[\d.]+" cy="[\d.]+" r="(\d)"/g).flat();
    const ofTheLegend = 3;
    expect(radii.slice(0, -ofTheLegend).sort()).toEqual([3, 3, 3, 5, 7]);
  });

  it('says every room and what it imports to whoever cannot see it', () => {
    expect(svg).toContain('a imports b, c.');
    expect(svg).toContain('core imports no other room.');
  });

  it('stays within its edges', () => {
    for (const [x = 0, y = 0, wide = 0, high = 0] of boxes) {
      expect(x + wide).toBeLessThan(width);
      expect(y + high).toBeLessThan(height);
    }
  });

  it('leads no line through a box or a name', () => {
    const across = numbers(/d="M([\d.]+) ([\d.]+)H([\d.]+)"/g);
    const down = numbers(/d="M([\d.]+) ([\d.]+)V([\d.]+)"/g);
    expect([across.length, down.length]).toEqual([4, 4]);
    const lines = [
      ...across.map(([x1 = 0, y = 0, x2 = 0]) => ({ x1, x2, y1: y, y2: y })),
      ...down.map(([x = 0, y1 = 0, y2 = 0]) => ({ x1: x, x2: x, y1, y2 })),
    ];
    // A wide character takes its whole size, so 15 pixels each are more than enough.
    const names = texts.map(([, , x, y, text = '']) => [Number(x), Number(y) - 14, text.length * 15, 18]);
    const drawn = names.filter(([x = 0, y = 0]) => x > 0 && y < height - 60);
    for (const [x = 0, y = 0, wide = 0, high = 0] of [...boxes, ...drawn])
      for (const line of lines) {
        const inside = line.x1 < x + wide && line.x2 > x && line.y1 < y + high && line.y2 > y;
        expect([line, inside]).toEqual([line, false]);
      }
  });
});

describe('the table', () => {
  it('has the rooms from top to bottom, with what each imports', () => {
    expect(roomsTable(floors, imports).split('\n')).toEqual([
      '| floor | room | what it holds | imports |',
      '|---|---|---|---|',
      '| Roots | `src/*.ts` 室 | what  holds | `a/` |',
      '| Middle | `a/` 室a | what a holds | `b/` `c/` |',
      '| Middle | `c/` 室c | what c holds | `core/` |',
      '| Middle | `b/` 室b | what b holds | `core/` |',
      '| Core | `core/` 室core | what core holds | nothing of ours |',
    ]);
  });
});
