/** A secret and the byte patterns by which it would be recognised in a file. */
export interface Needle {
  /** What the finding is called: never the secret itself. */
  readonly label: string;
  readonly patterns: readonly Buffer[];
}

/** Every encoding in which text might leak: UTF-8, UTF-16 both ways, hex in both cases, base64 at each alignment. */
export function textNeedle(label: string, text: string): Needle {
  const utf8 = Buffer.from(text, 'utf8');
  const utf16le = Buffer.from(text, 'utf16le');
  return {
    label,
    patterns: [utf8, utf16le, Buffer.from(utf16le).swap16(), ...encodedBytes(utf8), ...encodedBytes(utf16le)],
  };
}

/** Every encoding in which bytes might leak: as they are, hex in both cases, base64 at each alignment. */
export function bytesNeedle(label: string, bytes: Uint8Array): Needle {
  return { label, patterns: [Buffer.from(bytes), ...encodedBytes(bytes)] };
}

function encodedBytes(bytes: Uint8Array): Buffer[] {
  const hex = Buffer.from(bytes).toString('hex');
  return [hex, hex.toUpperCase(), ...base64Alignments(bytes)].map((each) => Buffer.from(each, 'latin1'));
}

/** The characters of base64 that depend on these bytes alone, for each of the three alignments they can have in a longer text. */
function base64Alignments(bytes: Uint8Array): string[] {
  return [0, 1, 2].flatMap((shift) => {
    const shifted = Buffer.concat([Buffer.alloc(shift), bytes]);
    const whole = Math.floor(shifted.length / 3) * 3;
    const text = shifted.subarray(0, whole).toString('base64');
    const settled = text.slice(shift === 0 ? 0 : 4);
    return [settled, settled.replaceAll('+', '-').replaceAll('/', '_')];
  });
}
