import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/** Where a needle was found. */
export interface Finding {
  readonly file: string;
  readonly offset: number;
  readonly label: string;
}

const prefixBytes = 4;
const prefixBits = 24;

interface Pattern {
  readonly bytes: Buffer;
  readonly label: string;
}

// Read once: in jest's context, access to a global takes as long as the rest of a step.
const { imul } = Math;
const prefixHash = (prefix: number): number => imul(prefix, 0x9e3779b1) >>> (32 - prefixBits);

/** Searches files for many needles in one pass. A match of a pattern's first four bytes is followed by an exact comparison. */
export class NeedleScan {
  private readonly patterns = new Map<number, Pattern[]>();
  private readonly filter = new Uint8Array(2 ** (prefixBits - 3));

  /** Ignores patterns of fewer than six bytes, because they occur by chance. */
  constructor(needles: readonly Needle[]) {
    for (const { label, patterns } of needles) {
      for (const bytes of patterns) if (bytes.length >= 6) this.add({ bytes, label });
    }
  }

  private add(pattern: Pattern): void {
    const prefix = pattern.bytes.readUInt32BE(0);
    const known = this.patterns.get(prefix) ?? [];
    if (known.some((each) => each.bytes.equals(pattern.bytes))) return;
    this.patterns.set(prefix, [...known, pattern]);
    const slot = prefixHash(prefix);
    this.filter[slot >> 3]! |= 1 << (slot & 7);
  }

  /** The findings in these bytes. */
  bytes(bytes: Buffer, file: string): Finding[] {
    const findings: Finding[] = [];
    const { filter } = this;
    let window = 0;
    for (let i = 0; i < bytes.length; i++) {
      window = ((window << 8) | bytes[i]!) >>> 0;
      const slot = prefixHash(window);
      if ((filter[slot >> 3]! & (1 << (slot & 7))) === 0 || i < prefixBytes - 1) continue;
      const offset = i - prefixBytes + 1;
      for (const { bytes: pattern, label } of this.patterns.get(window) ?? []) {
        if (
          bytes.compare(
            pattern,
            0,
            pattern.length,
            offset,
            Math.min(offset + pattern.length, bytes.length),
          ) === 0
        ) {
          findings.push({ file, offset, label });
        }
      }
    }
    return findings;
  }

  /** The findings in a file, or in every file below a folder, in contents and in names. Skips the folders for which `skip` is true. */
  tree(root: string, skip: (folder: string) => boolean = () => false): Finding[] {
    if (!statSync(root).isDirectory())
      return [...this.bytes(Buffer.from(root), root), ...this.bytes(readFileSync(root), root)];
    if (skip(root)) return [];
    return readdirSync(root, { withFileTypes: true })
      .filter((entry) => entry.isFile() || entry.isDirectory())
      .flatMap((entry) => this.tree(path.join(root, entry.name), skip));
  }
}

/** A secret, as the byte patterns that it would have in a file. */
export interface Needle {
  /** A description for findings. It never contains the secret. */
  readonly label: string;
  readonly patterns: readonly Buffer[];
}

/**
 * A text in every encoding in which it might leak: UTF-8, UTF-16 in both byte orders, hex in upper and lower case, base64 at
 * each alignment.
 */
export function textNeedle(label: string, text: string): Needle {
  const utf8 = Buffer.from(text, 'utf8');
  const utf16le = Buffer.from(text, 'utf16le');
  return {
    label,
    patterns: [utf8, utf16le, Buffer.from(utf16le).swap16(), ...encodedBytes(utf8), ...encodedBytes(utf16le)],
  };
}

/** Bytes in every encoding in which they might leak: raw, hex in upper and lower case, base64 at each alignment. */
export function bytesNeedle(label: string, bytes: Uint8Array): Needle {
  return { label, patterns: [Buffer.from(bytes), ...encodedBytes(bytes)] };
}

function encodedBytes(bytes: Uint8Array): Buffer[] {
  const hex = Buffer.from(bytes).toString('hex');
  return [hex, hex.toUpperCase(), ...base64Alignments(bytes)].map((each) => Buffer.from(each, 'latin1'));
}

/** The base64 characters that depend only on these bytes, for each of their three possible alignments in a longer input. */
function base64Alignments(bytes: Uint8Array): string[] {
  return [0, 1, 2].flatMap((shift) => {
    const shifted = Buffer.concat([Buffer.alloc(shift), bytes]);
    const whole = Math.floor(shifted.length / 3) * 3;
    const text = shifted.subarray(0, whole).toString('base64');
    const settled = text.slice(shift === 0 ? 0 : 4);
    return [settled, settled.replaceAll('+', '-').replaceAll('/', '_')];
  });
}
