import { inflateSync } from 'node:zlib';

/** The objects of a PDF as pdfkit writes it, by number: dictionaries in clear, streams expanded. */
export class PdfReading {
  private readonly objects = new Map<number, { readonly dictionary: string; readonly stream: string }>();

  constructor(bytes: Uint8Array) {
    const text = Buffer.from(bytes).toString('latin1');
    for (const [, number, body = ''] of text.matchAll(/(\d+) 0 obj\n(.*?)\nendobj/gs)) {
      const [dictionary = '', rest] = body.split('\nstream\n', 2);
      const stream = rest === undefined ? '' : expanded(dictionary, rest.replace(/\nendstream$/, ''));
      this.objects.set(Number(number), { dictionary, stream });
    }
  }

  /** The dictionary of the catalog. */
  get catalog(): string {
    return [...this.objects.values()].find(({ dictionary }) => dictionary.includes('/Type /Catalog'))!
      .dictionary;
  }

  /** Whether this stands in some dictionary or stream. */
  has(text: string): boolean {
    return [...this.objects.values()].some(
      ({ dictionary, stream }) => dictionary.includes(text) || stream.includes(text),
    );
  }

  /** The roles of the document's structure elements, in the order of their objects. */
  get roles(): readonly string[] {
    return [...this.objects.values()].flatMap(({ dictionary }) => {
      const role = /^\/S \/(\w+)$/m.exec(dictionary)?.[1];
      return role === undefined || !dictionary.includes('/K ') ? [] : [role];
    });
  }

  /** How many header cells have this scope. */
  headers(scope: 'Column' | 'Row'): number {
    return [...this.objects.values()].filter(({ dictionary }) => dictionary.includes(`/Scope /${scope}`))
      .length;
  }

  /** Octets of the embedded fonts, compressed. */
  get fontOctets(): number {
    const files = [...this.objects.values()].flatMap(({ dictionary }) => {
      const file = /\/FontFile2 (\d+) 0 R/.exec(dictionary)?.[1];
      return file === undefined ? [] : [this.objects.get(Number(file))!.dictionary];
    });
    return files.reduce((sum, dictionary) => sum + Number(/\/Length (\d+)/.exec(dictionary)?.[1]), 0);
  }

  /** The text of all pages, as a reader takes it out by the fonts' ToUnicode maps. */
  get text(): string {
    const fonts = new Map<string, ReadonlyMap<string, string>>();
    for (const { dictionary } of this.objects.values())
      for (const [, name = '', number] of dictionary.matchAll(/\/(F\d+) (\d+) 0 R/g))
        fonts.set(name, this.characters(Number(number)));
    const pages = [...this.objects.values()].filter(({ stream }) => stream.includes(' Tf'));
    return pages.map(({ stream }) => shown(stream, fonts)).join('\n');
  }

  private characters(font: number): ReadonlyMap<string, string> {
    const map = /\/ToUnicode (\d+) 0 R/.exec(this.objects.get(font)?.dictionary ?? '')?.[1];
    const stream = this.objects.get(Number(map))?.stream ?? '';
    const known = new Map<string, string>();
    for (const [, first = '', , listed = ''] of stream.matchAll(/<(\w+)> <(\w+)> \[(.*?)\]/gs))
      for (const [index, [, points = '']] of [...listed.matchAll(/<([^>]*)>/g)].entries()) {
        const glyph = (parseInt(first, 16) + index).toString(16).padStart(4, '0');
        known.set(glyph, Buffer.from(points.replaceAll(' ', ''), 'hex').swap16().toString('utf16le'));
      }
    return known;
  }
}

function shown(stream: string, fonts: ReadonlyMap<string, ReadonlyMap<string, string>>): string {
  let text = '';
  let font: ReadonlyMap<string, string> | undefined;
  for (const [, name, glyphs] of stream.matchAll(/\/(F\d+) [\d.]+ Tf|\[(.*?)\] TJ/g)) {
    if (name !== undefined) font = fonts.get(name);
    for (const [, hex = ''] of (glyphs ?? '').matchAll(/<(\w*)>/g))
      for (const [glyph] of hex.matchAll(/.{4}/g)) text += font?.get(glyph) ?? '';
  }
  return text;
}

function expanded(dictionary: string, stream: string): string {
  const bytes = Buffer.from(stream, 'latin1');
  return (dictionary.includes('/FlateDecode') ? inflateSync(bytes) : bytes).toString('latin1');
}
