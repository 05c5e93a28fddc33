/**
 * The picture of the rooms and their table, from who imports whom. No numbers stand in either: a count of files or imports
 * changes with nearly every commit, and nobody looks for it there. What is drawn changes when the structure does: a room, an
 * import between two rooms, or its weight class.
 */
export interface Room {
  /** Folder under `src`; empty for the files directly in `src`. */
  readonly path: string;
  readonly zh: string;
  readonly holds: string;
}

/** A floor: its rooms import from rooms of the same floor and of those below it. */
export interface Floor {
  readonly name: string;
  readonly en: string;
  readonly zh: string;
  readonly rooms: readonly Room[];
}

/** How many imports lead from one room into another: `imports.get(from)?.get(to)`, by the rooms' paths. */
export type Imports = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** Upper limits of the light and the middle class; heavier imports are of the third. */
const classLimits = [4, 19];
const radii = [3, 5, 7];

/** Counts the imports between rooms; an import within a room doesn't count. */
export function importsBetween(rooms: readonly Room[], pairs: Iterable<readonly [string, string]>): Imports {
  const imports = new Map<string, Map<string, number>>();
  for (const [source, target] of pairs) {
    const [from, to] = [roomOf(rooms, source), roomOf(rooms, target)];
    if (from === to) continue;
    const counts = imports.get(from) ?? new Map<string, number>();
    counts.set(to, (counts.get(to) ?? 0) + 1);
    imports.set(from, counts);
  }
  return imports;
}

/** The room of a file; whatever stands in none belongs to the roots. */
function roomOf(rooms: readonly Room[], file: string): string {
  return rooms.find(({ path }) => path !== '' && file.startsWith(`src/${path}/`))?.path ?? '';
}

/** Rooms from top to bottom, so that each stands above all that it imports. Throws for an arrow up and for a circle. */
export function fromTopToBottom(floors: readonly Floor[], imports: Imports): readonly Room[] {
  const placed: Room[] = [];
  for (const floor of floors) {
    const waiting = [...floor.rooms];
    while (waiting.length > 0) {
      const below = new Set(placed.map(({ path }) => path));
      const next = waiting.find(({ path }) =>
        [...(imports.get(path)?.keys() ?? [])].every((to) => below.has(to)),
      );
      if (next === undefined) {
        const names = waiting.map(({ path }) => `src/${path}`).join(', ');
        throw new Error(`an arrow up or a circle on the floor ${floor.name}, among ${names}`);
      }
      placed.push(next);
      waiting.splice(waiting.indexOf(next), 1);
    }
  }
  return placed.reverse();
}

const box = { width: 168, height: 38 };
const step = { x: 46, y: 52 };
const bandLabel = 104;
const margin = 16;
const legend = 58;

/**
 * The picture as SVG text, the same bytes for the same structure. Rooms stand on a slope. A line leaves each room to the right
 * and comes down into every room that it imports; a dot where it turns shows the weight. So no line can go up or cross a name.
 */
export function roomsPicture(floors: readonly Floor[], imports: Imports): string {
  const rooms = fromTopToBottom(floors, imports);
  const place = new Map(rooms.map(({ path }, index) => [path, index]));
  const left = (index: number) => margin + bandLabel + index * step.x;
  const top = (index: number) => margin + index * step.y + (step.y - box.height) / 2;
  const middle = (index: number) => top(index) + box.height / 2;
  /** Where lines come down into a room: near its right end, beyond every room above it. */
  const column = (index: number) => left(index) + box.width - step.x / 2;
  const width = left(rooms.length - 1) + box.width + margin;
  const slope = margin + rooms.length * step.y;

  const bands = [...floors].reverse().map((floor, index) => {
    const rows = floor.rooms.map(({ path }) => place.get(path) ?? 0);
    const [first, last] = [Math.min(...rows), Math.max(...rows)];
    const y = margin + first * step.y;
    const label = y + ((last - first + 1) * step.y) / 2;
    return [
      `<rect class="band${index % 2}" x="0" y="${y}" width="${width}" height="${(last - first + 1) * step.y}"/>`,
      `<text class="floor" x="${margin}" y="${label - 3}">${floor.zh}</text>`,
      `<text class="english" x="${margin}" y="${label + 13}">${floor.en}</text>`,
    ];
  });

  const lines: string[] = [];
  const dots: string[] = [];
  for (const [from, { path }] of rooms.entries()) {
    const targets = [...(imports.get(path) ?? [])].map(([to, count]) => ({ to: place.get(to) ?? 0, count }));
    if (targets.length === 0) continue;
    const furthest = Math.max(...targets.map(({ to }) => to));
    lines.push(`<path d="M${left(from) + box.width} ${middle(from)}H${column(furthest)}"/>`);
    for (const { to, count } of targets.sort((a, b) => a.to - b.to))
      dots.push(`<circle cx="${column(to)}" cy="${middle(from)}" r="${radii[weightClass(count)] ?? 0}"/>`);
  }
  for (const [to, { path }] of rooms.entries()) {
    const highest = rooms.findIndex((room) => imports.get(room.path)?.has(path));
    if (highest >= 0)
      lines.push(`<path class="arrow" d="M${column(to)} ${middle(highest)}V${top(to) - 2}"/>`);
  }

  const boxes = rooms.flatMap(({ path, zh }, index) => [
    `<rect class="room" x="${left(index)}" y="${top(index)}" width="${box.width}" height="${box.height}" rx="5"/>`,
    `<text class="name" x="${left(index) + 10}" y="${middle(index) - 2}">${zh}</text>`,
    `<text class="english" x="${left(index) + 10}" y="${middle(index) + 13}">src/${path === '' ? '*.ts' : path}</text>`,
  ]);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${slope + legend}" role="img" aria-labelledby="title description">`,
    '<title id="title">各室與其間的匯入 The rooms and their imports</title>',
    `<desc id="description">${rooms.map(({ path }) => described(path, imports)).join(' ')}</desc>`,
    `<style>${style}</style>`,
    '<defs><marker id="head" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" orient="auto"><path class="head" d="M0 0L8 4L0 8Z"/></marker></defs>',
    `<rect class="band0" width="${width}" height="${slope + legend}" rx="8"/>`,
    ...bands.flat(),
    ...lines,
    ...dots,
    ...boxes,
    ...legendLines(slope),
    '</svg>',
    '',
  ].join('\n');
}

function weightClass(count: number): number {
  const found = classLimits.findIndex((limit) => count <= limit);
  return found < 0 ? classLimits.length : found;
}

/** One sentence for who can't see the picture. */
function described(path: string, imports: Imports): string {
  const targets = [...(imports.get(path)?.keys() ?? [])].sort();
  return `${nameOf(path)} imports ${targets.length === 0 ? 'no other room' : targets.map(nameOf).join(', ')}.`;
}

const nameOf = (path: string): string => (path === '' ? 'the roots' : path);

function legendLines(top: number): readonly string[] {
  const texts = ['1–4', '5–19', '20+'];
  const dots = radii.flatMap((radius, index) => [
    `<circle cx="${margin + 12 + index * 70}" cy="${top + 40}" r="${radius}"/>`,
    `<text class="english" x="${margin + 24 + index * 70}" y="${top + 44}">${texts[index] ?? ''}</text>`,
  ]);
  return [
    `<text class="english" x="${margin}" y="${top + 22}">圓點：左方的室匯入下方的室，大小為匯入次數。A dot: the room on the left imports the room below; its size is the number of imports.</text>`,
    ...dots,
  ];
}

const style = [
  "text{font-family:'Noto Sans TC','Noto Sans CJK TC','Microsoft JhengHei',system-ui,sans-serif;fill:#0f172a}",
  '.name{font-size:14px;font-weight:700}.floor{font-size:14px;font-weight:700}.english{font-size:12px;fill:#475569}',
  '.band0{fill:#f1f5f9}.band1{fill:#e2e8f0}.room{fill:#fff;stroke:#94a3b8}',
  'path{fill:none;stroke:#64748b;stroke-width:1.25}.arrow{marker-end:url(#head)}circle,.head{fill:#334155;stroke:none}',
  '@media(prefers-color-scheme:dark){text{fill:#f1f5f9}.english{fill:#cbd5e1}.band0{fill:#1e293b}.band1{fill:#0f172a}',
  '.room{fill:#334155;stroke:#64748b}path{stroke:#94a3b8}circle,.head{fill:#e2e8f0}}',
].join('');

/** The table of the rooms as Markdown, floor by floor from the top, each room with what it imports. */
export function roomsTable(floors: readonly Floor[], imports: Imports): string {
  const code = (path: string) => (path === '' ? '`src/*.ts`' : `\`${path}/\``);
  const rows = fromTopToBottom(floors, imports).map(({ path, zh, holds }) => {
    const floor = floors.find(({ rooms }) => rooms.some((room) => room.path === path));
    const targets = [...(imports.get(path)?.keys() ?? [])].sort().map(code);
    return `| ${floor?.en ?? ''} | ${code(path)} ${zh} | ${holds} | ${targets.join(' ') || 'nothing of ours'} |`;
  });
  return ['| floor | room | what it holds | imports |', '|---|---|---|---|', ...rows].join('\n');
}
