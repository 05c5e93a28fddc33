import { grouped, type ReportCell } from '../../reports/index.js';
import { columnWidths } from './column-widths.js';
import type { ReportFonts, Weight } from './report-fonts.js';

/** How a line of text is set; points. */
interface TextStyle {
  readonly size: number;
  readonly weight?: Weight;
  /** Space below. */
  readonly after: number;
  /** Begins a new page where less than this is left below it. */
  readonly keepWith?: number;
}

interface Cell {
  readonly text: string;
  readonly isNumber: boolean;
  /** A header cell of a column, or of a row. */
  readonly scope?: 'Column' | 'Row';
}

const cellSize = 9;
const padding = 4;
const lineGap = 2;

/** Sets text and tables from the top of the pages downwards, each in its element of the document's structure. */
export class PdfPage {
  private readonly root: PDFKit.PDFStructureElement;
  private readonly loaded = new Set<string>();
  private y: number;

  constructor(
    private readonly document: PDFKit.PDFDocument,
    private readonly fonts: ReportFonts,
  ) {
    this.root = document.struct('Document');
    document.addStructure(this.root);
    this.y = document.page.margins.top;
  }

  /** Sets a paragraph or a heading. */
  text(role: 'H1' | 'H2' | 'P', text: string, style: TextStyle): void {
    const { weight = 'regular', size } = style;
    const height = this.heightOf(text, this.width, size, weight);
    this.room(height + (style.keepWith ?? 0));
    const element = this.document.struct(role);
    this.root.add(element);
    element.add(() => this.write(text, { x: this.left, width: this.width, size, weight }));
    element.end();
    this.y += height + style.after;
  }

  /** Sets a table. Its header stands again at the top of each page, as an artifact: a reader that speaks has it once. */
  table(header: readonly string[], rows: readonly (readonly ReportCell[])[]): void {
    const table = this.document.struct('Table');
    this.root.add(table);
    const widths = columnWidths([header, ...rows], this.width);
    const isNumber = (column: number): boolean => typeof rows[0]?.[column] === 'number';
    const heads = header.map((text, column): Cell => ({ text, isNumber: isNumber(column), scope: 'Column' }));
    this.row(table, heads, widths);
    for (const row of rows) {
      const cells = row.map(cellOf);
      if (this.isFull(this.rowHeight(cells, widths))) this.repeatHeader(heads, widths);
      this.row(table, cells, widths);
    }
    table.end();
    this.y += 14;
  }

  /** Ends the structure: nothing more is set but footers. */
  end(): void {
    this.root.end();
  }

  /** Sets a line in the bottom margin of the page in hand; no reader that speaks reads it. */
  footer(text: string): void {
    const { page } = this.document;
    this.y = page.height - 44;
    // In the margin, pdfkit would begin a page.
    const { bottom } = page.margins;
    page.margins.bottom = 0;
    this.document.markContent('Artifact', { type: 'Pagination' });
    this.write(text, { x: this.left, width: this.width, size: 8, weight: 'regular' });
    this.document.endMarkedContent();
    page.margins.bottom = bottom;
  }

  private row(table: PDFKit.PDFStructureElement, cells: readonly Cell[], widths: readonly number[]): void {
    const height = this.rowHeight(cells, widths);
    this.room(height);
    const row = this.document.struct('TR');
    table.add(row);
    let x = this.left;
    for (const [index, cell] of cells.entries()) {
      const width = widths[index] ?? 0;
      const element = this.document.struct(cell.scope === undefined ? 'TD' : 'TH', scopeOf(cell));
      row.add(element);
      element.add(() => this.cell(cell, x, width));
      element.end();
      x += width;
    }
    row.end();
    this.rule(height);
    this.y += height;
  }

  private cell(cell: Cell, x: number, width: number): void {
    const top = this.y;
    this.y += padding;
    this.write(cell.text, {
      x: x + padding,
      width: width - 2 * padding,
      size: cellSize,
      weight: cell.scope === 'Column' ? 'bold' : 'regular',
      align: cell.isNumber ? 'right' : 'left',
    });
    this.y = top;
  }

  private repeatHeader(heads: readonly Cell[], widths: readonly number[]): void {
    this.newPage();
    const height = this.rowHeight(heads, widths);
    this.document.markContent('Artifact', { type: 'Pagination' });
    let x = this.left;
    for (const [index, cell] of heads.entries()) {
      this.cell(cell, x, widths[index] ?? 0);
      x += widths[index] ?? 0;
    }
    this.document.endMarkedContent();
    this.rule(height);
    this.y += height;
  }

  /** A thin line below a row. */
  private rule(height: number): void {
    const y = this.y + height;
    this.document.markContent('Artifact', { type: 'Layout' });
    this.document
      .moveTo(this.left, y)
      .lineTo(this.left + this.width, y)
      .lineWidth(0.5)
      .strokeColor('#888888')
      .stroke();
    this.document.endMarkedContent();
  }

  private write(
    text: string,
    at: {
      readonly x: number;
      readonly width: number;
      readonly size: number;
      readonly weight: Weight;
      readonly align?: 'left' | 'right';
    },
  ): void {
    const { x, width, size, weight, align = 'left' } = at;
    const runs = this.fonts.runs(text, weight);
    this.document.fontSize(size).fillColor('black');
    for (const [index, run] of runs.entries()) {
      this.useFont(run.font);
      const options = { width, align, lineGap, continued: index < runs.length - 1 };
      if (index === 0) this.document.text(run.text, x, this.y, options);
      else this.document.text(run.text, options);
    }
  }

  private rowHeight(cells: readonly Cell[], widths: readonly number[]): number {
    const heights = cells.map(({ text, scope }, index) =>
      this.heightOf(
        text,
        (widths[index] ?? 0) - 2 * padding,
        cellSize,
        scope === 'Column' ? 'bold' : 'regular',
      ),
    );
    return Math.max(...heights) + 2 * padding;
  }

  /** By the usual font: a character of another is as wide as the box that stands for it here. */
  private heightOf(text: string, width: number, size: number, weight: Weight): number {
    this.useFont(this.fonts.nameOf(weight));
    return this.document.fontSize(size).heightOfString(text, { width, lineGap });
  }

  private useFont(name: string): void {
    if (!this.loaded.has(name)) {
      this.document.registerFont(name, this.fonts.bytes(name));
      this.loaded.add(name);
    }
    this.document.font(name);
  }

  private room(height: number): void {
    if (this.isFull(height)) this.newPage();
  }

  private isFull(height: number): boolean {
    const { page } = this.document;
    return this.y + height > page.height - page.margins.bottom;
  }

  private newPage(): void {
    this.document.addPage();
    this.y = this.document.page.margins.top;
  }

  private get left(): number {
    return this.document.page.margins.left;
  }

  private get width(): number {
    const { width, margins } = this.document.page;
    return width - margins.left - margins.right;
  }
}

/** The first cell of a row is its header. */
function cellOf(cell: ReportCell, column: number): Cell {
  const shown =
    typeof cell === 'number' ? { text: grouped(cell), isNumber: true } : { text: cell, isNumber: false };
  return column === 0 ? { ...shown, scope: 'Row' } : shown;
}

/** The scope of a header cell (ISO 32000-1, table 349), which pdfkit's types don't know yet. */
function scopeOf({ scope }: Cell): PDFKit.Mixins.StructureElementOptions {
  return scope === undefined ? {} : ({ scope } as PDFKit.Mixins.StructureElementOptions);
}
