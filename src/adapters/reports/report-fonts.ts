import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { sfntOf } from './woff.js';

/** Regular, or bold. */
export type Weight = 'regular' | 'bold';

/** A piece of a text whose characters one font has. */
export interface Run {
  readonly text: string;
  /** The name of a file of {@link ReportFonts}. */
  readonly font: string;
}

type Ranges = readonly (readonly [first: number, last: number])[];

/** What `.config/build-fonts.mjs` wrote. */
interface FontFiles {
  /** Those with the usual characters: regular, bold. */
  readonly usual: { readonly names: readonly [string, string]; readonly characters: Ranges };
  /** The files with the other characters, regular. */
  readonly numbered: readonly { readonly name: string; readonly characters: Ranges }[];
}

/** The folder of the fonts: beside the program, or of its build where the sources run. */
function fontFolder(): string {
  const beside = path.resolve(import.meta.dirname, '../../../fonts');
  return existsSync(beside) ? beside : path.resolve(import.meta.dirname, '../../../dist/fonts');
}

/** Noto Sans TC in the files that the build has put beside the program; each is read when a report first needs it, and kept. */
export class ReportFonts {
  private readonly folder = fontFolder();
  private readonly read = new Map<string, Buffer>();
  private known: FontFiles | undefined;

  /** The name of the file with the usual characters. */
  nameOf(weight: Weight): string {
    return this.files.usual.names[weight === 'bold' ? 1 : 0];
  }

  /** The font of this name, as sfnt. */
  bytes(name: string): Buffer {
    const known = this.read.get(name);
    if (known !== undefined) return known;
    const font = sfntOf(readFileSync(path.join(this.folder, name)));
    this.read.set(name, font);
    return font;
  }

  /**
   * The text in pieces, each of which one font has. A character that no font has stays with the usual one, which shows a box: the spreadsheet and
   * the CSV have it.
   */
  runs(text: string, weight: Weight): readonly Run[] {
    const runs: { text: string; font: string }[] = [];
    for (const character of text) {
      const font = this.fontFor(character, weight);
      const last = runs.at(-1);
      if (last?.font === font) last.text += character;
      else runs.push({ text: character, font });
    }
    return runs;
  }

  private fontFor(character: string, weight: Weight): string {
    const usual = this.nameOf(weight);
    const point = character.codePointAt(0) ?? 0;
    if (hasPoint(this.files.usual.characters, point)) return usual;
    return this.files.numbered.find(({ characters }) => hasPoint(characters, point))?.name ?? usual;
  }

  private get files(): FontFiles {
    this.known ??= JSON.parse(readFileSync(path.join(this.folder, 'ranges.json'), 'utf8')) as FontFiles;
    return this.known;
  }
}

function hasPoint(ranges: Ranges, point: number): boolean {
  return ranges.some(([first, last]) => first <= point && point <= last);
}
