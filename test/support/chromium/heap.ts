import type { BrowserContext, Page } from 'playwright-core';

/** What of a heap snapshot is read: each node has `node_fields.length` numbers in `nodes`, each edge `edge_fields.length` in `edges`. */
interface HeapSnapshot {
  readonly snapshot: {
    readonly meta: {
      readonly node_fields: readonly string[];
      readonly node_types: readonly [readonly string[], ...unknown[]];
      readonly edge_fields: readonly string[];
    };
  };
  readonly nodes: readonly number[];
  readonly edges: readonly number[];
  readonly strings: readonly string[];
}

/**
 * The strings in the heap of a page's scripts, after a garbage collection, as a heap snapshot has them (Chrome DevTools Protocol,
 * HeapProfiler): whole, by the flag with which `browser.ts` starts Chromium; those that are made of two others, as text typed or joined is, put
 * together. A snapshot shows no content of an ArrayBuffer, no CryptoKey, no
 * text that the browser keeps outside the scripts, such as a field's value, and no memory that was freed but not yet overwritten. For
 * buffers there is {@link buffersWith}.
 */
export async function heapStrings(page: Page): Promise<readonly string[]> {
  const inspector = await page.context().newCDPSession(page);
  const chunks: string[] = [];
  inspector.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => chunks.push(chunk));
  await inspector.send('HeapProfiler.collectGarbage');
  await inspector.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  await inspector.detach();
  const snapshot = JSON.parse(chunks.join('')) as HeapSnapshot;
  return [...snapshot.strings, ...joinedStrings(snapshot)];
}

/** A string that the heap holds as two parts has an edge to each, `first` and `second`. */
function joinedStrings({ snapshot: { meta }, nodes, edges, strings }: HeapSnapshot): readonly string[] {
  const [type, name, edgeCount] = ['type', 'name', 'edge_count'].map((field) =>
    meta.node_fields.indexOf(field),
  );
  const [edgeName, toNode] = ['name_or_index', 'to_node'].map((field) => meta.edge_fields.indexOf(field));
  const joined = meta.node_types[0].indexOf('concatenated string');
  const parts = new Map<number, readonly number[]>();
  let edge = 0;
  for (let node = 0; node < nodes.length; node += meta.node_fields.length) {
    const end = edge + nodes[node + edgeCount!]! * meta.edge_fields.length;
    if (nodes[node + type!] === joined) {
      const named = (wanted: string): number[] => {
        for (let each = edge; each < end; each += meta.edge_fields.length)
          if (strings[edges[each + edgeName!]!] === wanted) return [edges[each + toNode!]!];
        return [];
      };
      parts.set(node, [...named('first'), ...named('second')]);
    }
    edge = end;
  }
  const textOf = (node: number): string =>
    parts.get(node)?.map(textOf).join('') ?? strings[nodes[node + name!]!]!;
  return [...parts.keys()].map(textOf);
}

/**
 * Has the scripts of a window's pages remember, weakly, every Uint8Array that they make, for {@link buffersWith}. Call it before a page is
 * opened. The inspector itself neither shows nor hands out what is in a buffer.
 */
export function rememberBuffers(window: BrowserContext): Promise<unknown> {
  return window.addInitScript(rememberMadeBuffers);
}

/** How many of the buffers that a page's scripts have made, and still hold after a garbage collection, have these octets in them. */
export async function buffersWith(page: Page, octets: Uint8Array): Promise<number> {
  const inspector = await page.context().newCDPSession(page);
  await inspector.send('HeapProfiler.collectGarbage');
  await inspector.detach();
  return page.evaluate(countBuffersWith, [...octets]);
}

/** What a page remembers of them. */
interface WithMadeBuffers {
  madeBuffers: WeakRef<Uint8Array>[];
}

/** Runs in the page, before its scripts. */
function rememberMadeBuffers(): void {
  const madeBuffers: WeakRef<Uint8Array>[] = [];
  const remembered = <Octets extends Uint8Array>(octets: Octets): Octets => {
    madeBuffers.push(new WeakRef(octets));
    return octets;
  };
  const watched = new Proxy(Uint8Array, {
    construct: (made, parameters, by) => remembered(Reflect.construct(made, parameters, by) as Uint8Array),
  });
  // `slice` and its like ask the prototype how to make another.
  Object.defineProperty(Uint8Array.prototype, 'constructor', { value: watched });
  const { encode } = Object.getOwnPropertyDescriptors(TextEncoder.prototype);
  TextEncoder.prototype.encode = function (text) {
    return remembered((encode.value as TextEncoder['encode']).call(this, text));
  };
  Object.assign(globalThis, { Uint8Array: watched, madeBuffers });
}

/** Runs in the page. */
function countBuffersWith(wanted: readonly number[]): number {
  const { madeBuffers } = globalThis as unknown as WithMadeBuffers;
  const holds = (octets: Uint8Array): boolean =>
    octets.some((_octet, at) => wanted.every((octet, index) => octets[at + index] === octet));
  return madeBuffers.flatMap((made) => made.deref() ?? []).filter(holds).length;
}

/**
 * The texts in which octets may lie in a string: hex, a binary string, numbers with commas, and base64 and base64url at each of the three
 * places where the octets may begin in what is encoded.
 */
export function textsOf(octets: Uint8Array): readonly string[] {
  const hex = Buffer.from(octets).toString('hex');
  const base64 = [0, 1, 2].map((before) => {
    const whole = Buffer.concat([Buffer.alloc(before), octets]);
    // Only what these octets alone decide.
    return whole.subarray(before === 0 ? 0 : 3, whole.length - (whole.length % 3)).toString('base64');
  });
  return [
    ...[hex, hex.toUpperCase(), Buffer.from(octets).toString('latin1'), octets.join(',')],
    ...base64.flatMap((text) => [text, text.replaceAll('+', '-').replaceAll('/', '_')]),
  ];
}
