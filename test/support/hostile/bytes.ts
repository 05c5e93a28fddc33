import { der } from '../../../src/core/der/index.js';
import { SeededRandom } from '../../../src/devkit/index.js';

/** Bytes nobody honest sends, and what is wrong with them. */
interface HostileBytes {
  readonly what: string;
  readonly bytes: Uint8Array;
}

const constructed = 0x30;

/** Hostile bytes for a field that takes `good` and at most `maximum` bytes: each as large as the field lets in where size is the point. */
export function hostileBytes(good: Uint8Array, maximum: number): readonly HostileBytes[] {
  const room = Math.max(maximum, 2);
  const middle = good.subarray(0, Math.ceil(good.length / 2));
  return [
    { what: 'one zero', bytes: Buffer.alloc(1) },
    { what: 'zeros to the limit', bytes: Buffer.alloc(room) },
    { what: 'random bytes', bytes: new SeededRandom('hostile').bytes(Math.min(1000, room)) },
    { what: 'random bytes to the limit', bytes: new SeededRandom('more').bytes(room) },
    { what: 'text', bytes: Buffer.from('<script>alert(1)</script>').subarray(0, room) },
    { what: 'all but the last byte', bytes: good.subarray(0, -1) },
    { what: 'the first half', bytes: middle },
    { what: 'a byte too many', bytes: Buffer.concat([good, Buffer.alloc(1)]).subarray(0, room) },
    { what: 'twice over', bytes: Buffer.concat([good, good]).subarray(0, room) },
    { what: 'the first bit turned', bytes: turned(good) },
    { what: 'nesting to the limit', bytes: nested(Math.floor(room / 2)) },
    { what: 'nesting with right lengths', bytes: nestedRight(room) },
    {
      what: 'indefinite lengths, nested',
      bytes: Buffer.alloc(room - (room % 2), Buffer.from([constructed, 0x80])),
    },
    { what: 'indefinite length around what is good', bytes: indefinite(good).subarray(0, room) },
    { what: 'many empty elements', bytes: filled(room, Buffer.from([0x05, 0x00])) },
    { what: 'many empty sequences', bytes: filled(room, Buffer.from([constructed, 0x00])) },
    { what: 'lengths that each say all the rest', bytes: selfSimilar(room) },
    { what: 'a length of its own start', bytes: Buffer.from([constructed, 0x02, constructed, 0x02]) },
    {
      what: 'a length of 4 GiB',
      bytes: Buffer.from([constructed, 0x84, 0xff, 0xff, 0xff, 0xff]).subarray(0, room),
    },
    {
      what: 'a length of 2^1008',
      bytes: Buffer.concat([Buffer.from([constructed, 0xfe]), Buffer.alloc(126, 0xff)]).subarray(0, room),
    },
    {
      what: 'a length with leading zeros',
      bytes: Buffer.concat([Buffer.from([constructed, 0x84, 0, 0, 0, 2]), Buffer.from([5, 0])]).subarray(
        0,
        room,
      ),
    },
    { what: 'an endless tag', bytes: Buffer.alloc(room, 0xff) },
    { what: 'an endless object identifier', bytes: wrapped(0x06, Buffer.alloc(fitting(room), 0x80)) },
    { what: 'a number as long as the field', bytes: wrapped(0x02, Buffer.alloc(fitting(room), 0x7f)) },
    { what: 'itself inside itself', bytes: insideItself(good, room) },
  ];
}

const fitting = (room: number): number => Math.max(1, room - 12);

function turned(good: Uint8Array): Uint8Array {
  const changed = Buffer.from(good);
  changed[0]! ^= 0x80;
  return changed;
}

/** Sequences of which each says it holds 127 bytes. */
const nested = (depth: number): Uint8Array =>
  Buffer.alloc(Math.max(1, depth) * 2, Buffer.from([constructed, 0x7f]));

/** Sequence in sequence, every length right, to about `room` bytes or a thousand levels. */
function nestedRight(room: number): Uint8Array {
  let bytes: Uint8Array = Buffer.from([0x05, 0x00]);
  for (let depth = 0; depth < 1000; depth++) {
    const around = der.sequence(bytes);
    if (around.length > room) break;
    bytes = around;
  }
  return bytes;
}

function indefinite(good: Uint8Array): Buffer {
  return Buffer.concat([Buffer.from([constructed, 0x80]), good, Buffer.alloc(2)]);
}

/** One sequence filled with copies of an element. */
function filled(room: number, element: Buffer): Uint8Array {
  return der.sequence(Buffer.alloc(fitting(room) - (fitting(room) % element.length), element));
}

/** Headers of sequences, each with the length of everything after it: a parser that recurses goes as deep as there are headers. */
function selfSimilar(room: number): Uint8Array {
  const headers = Math.floor(room / 4);
  const bytes = Buffer.alloc(headers * 4);
  for (let i = 0; i < headers; i++) {
    const rest = Math.min(bytes.length - 4 * (i + 1), 0xffff);
    bytes.set([constructed, 0x82, rest >> 8, rest & 0xff], 4 * i);
  }
  return bytes.length === 0 ? Buffer.from([constructed]) : bytes;
}

/** An element in two sequences, as an OID or a number often stands. */
const wrapped = (tag: number, content: Uint8Array): Uint8Array =>
  der.sequence(der.sequence(der.encode(tag, content)));

/** What is good as an octet string at the end of itself, again and again. */
function insideItself(good: Uint8Array, room: number): Uint8Array {
  let bytes = good;
  for (;;) {
    const again = der.sequence(good, der.encode(0x04, bytes));
    if (again.length > room || again.length > 50 * good.length) return bytes === good ? turned(good) : bytes;
    bytes = again;
  }
}

/** What may stand in JSON in place of a field of bytes and is none. `maximum`: bytes the field takes. */
export function notBytes(maximum: number): readonly { readonly what: string; readonly value: unknown }[] {
  const tooLong = Math.ceil(maximum / 3) * 4 + 4;
  return [
    { what: 'nothing', value: '' },
    { what: 'base64 without padding', value: 'QUJDRA' },
    { what: 'base64 of URLs', value: '-_-_-_-_' },
    { what: 'base64 with a line break', value: 'QUJD\nREVG' },
    { what: 'base64 with padding inside', value: 'QQ==QUJD' },
    { what: 'hexadecimal text with a colon', value: '30:80' },
    { what: 'full-width letters', value: 'ＱＵＪＤ' },
    { what: 'a NUL', value: 'QUJ\u0000' },
    { what: 'half a surrogate pair', value: 'QUJ\ud800' },
    { what: 'a byte over the limit', value: 'A'.repeat(tooLong) },
    { what: 'a number', value: 1e308 },
    { what: 'null', value: null },
    { what: 'true', value: true },
    { what: 'a list', value: ['QUJD'] },
    { what: 'an object', value: { toString: 'QUJD' } },
    { what: 'an object of bytes', value: { type: 'Buffer', data: [1, 2, 3] } },
  ];
}
