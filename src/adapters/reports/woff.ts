import { inflateSync } from 'node:zlib';

/** Octets of a WOFF header, of an entry of its table directory, of an sfnt header, and of an entry of its directory. */
const [woffHeader, woffEntry, sfntHeader, sfntEntry] = [44, 20, 12, 16];

/**
 * The font in a WOFF 1.0 file (W3C Recommendation of 2012, §4 to §6) as it is without its compression: sfnt (ISO/IEC 14496-22). For files of our own
 * build: throws where the file is none.
 */
export function sfntOf(woff: Buffer): Buffer {
  if (woff.toString('latin1', 0, 4) !== 'wOFF') throw new Error('no WOFF file');
  const count = woff.readUInt16BE(12);
  const head = Buffer.alloc(sfntHeader + sfntEntry * count);
  woff.copy(head, 0, 4, 8);
  writeSearch(head, count);
  const parts: Uint8Array[] = [head];
  let offset = head.length;
  for (let index = 0; index < count; index += 1) {
    const entry = woff.subarray(woffHeader + index * woffEntry);
    const table = tableOf(woff, entry);
    const at = sfntHeader + index * sfntEntry;
    entry.copy(head, at, 0, 4);
    head.writeUInt32BE(entry.readUInt32BE(16), at + 4);
    head.writeUInt32BE(offset, at + 8);
    head.writeUInt32BE(table.length, at + 12);
    const padding = Buffer.alloc((4 - (table.length % 4)) % 4);
    parts.push(table, padding);
    offset += table.length + padding.length;
  }
  return Buffer.concat(parts);
}

/** A table is compressed where that makes it shorter. */
function tableOf(woff: Buffer, entry: Buffer): Uint8Array {
  const [offset, compressed, length] = [4, 8, 12].map((at) => entry.readUInt32BE(at)) as [
    number,
    number,
    number,
  ];
  const stored = woff.subarray(offset, offset + compressed);
  const table = compressed < length ? inflateSync(stored) : stored;
  if (table.length !== length) throw new Error('a table of a WOFF file has another length');
  return table;
}

/** `numTables`, `searchRange`, `entrySelector` and `rangeShift`. */
function writeSearch(head: Buffer, count: number): void {
  const selector = Math.floor(Math.log2(count));
  const range = sfntEntry * 2 ** selector;
  head.writeUInt16BE(count, 4);
  head.writeUInt16BE(range, 6);
  head.writeUInt16BE(selector, 8);
  head.writeUInt16BE(sfntEntry * count - range, 10);
}
