import type { Page } from 'playwright-core';

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
 * Every string in the JavaScript heap of a page, after its garbage is collected; those that are made of two others, as text typed or joined
 * is, put together. It shows neither octets in buffers nor what the browser itself holds, such as the values of fields.
 */
export async function heapStrings(page: Page): Promise<readonly string[]> {
  const session = await page.context().newCDPSession(page);
  const chunks: string[] = [];
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => chunks.push(chunk));
  await session.send('HeapProfiler.enable');
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  await session.detach();
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
