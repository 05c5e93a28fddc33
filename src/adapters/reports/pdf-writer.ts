import { buffer } from 'node:stream/consumers';
import PDFDocument from 'pdfkit';
import type { Report, ReportTable, ReportWriter } from '../../reports/index.js';
import { taipeiMidnight } from './report-day.js';
import { PdfPage } from './pdf-page.js';
import type { ReportFonts } from './report-fonts.js';

/**
 * Writes a report as a tagged PDF (PDF/UA-1, ISO 14289-1): title, language, headings, tables with header cells, page numbers. The fonts are embedded
 * as subsets. There is no clock and no random number in it.
 */
export class PdfReportWriter implements ReportWriter {
  constructor(private readonly fonts: ReportFonts) {}

  async write(report: Report): Promise<Uint8Array> {
    const document = new PDFDocument({
      size: 'A4',
      margins: { top: 56, bottom: 64, left: 56, right: 56 },
      pdfVersion: '1.7',
      ...conformance,
      tagged: true,
      lang: report.language,
      displayTitle: true,
      bufferPages: true,
      info: { Title: report.title, Creator: 'Lianshu', CreationDate: taipeiMidnight(report.day) },
    });
    const content = buffer(document);
    new ReportLayout(document, this.fonts, report).lay();
    document.end();
    return content;
  }
}

/** PDF/UA-1, which pdfkit's types don't know yet. */
const conformance: Readonly<Record<string, string>> = { subset: 'PDF/UA' };

/** Sets a report from its title to the footers of its pages. */
class ReportLayout {
  private readonly page: PdfPage;

  constructor(
    private readonly document: PDFKit.PDFDocument,
    fonts: ReportFonts,
    private readonly report: Report,
  ) {
    this.page = new PdfPage(document, fonts);
  }

  lay(): void {
    const { report, page } = this;
    page.text('H1', report.title, { size: 20, weight: 'bold', after: 6 });
    page.text('P', report.standing, { size: 9, after: 14 });
    this.table(report.facts);
    for (const paragraph of report.paragraphs) page.text('P', paragraph, { size: 11, after: 6 });
    for (const table of report.tables) this.table(table);
    page.text('H2', report.digestLabel, { size: 11, weight: 'bold', after: 2 });
    page.text('P', report.dataSha256, { size: 9, after: 0 });
    page.end();
    this.footers();
  }

  private table({ title, header, rows }: ReportTable): void {
    this.page.text('H2', title, { size: 13, weight: 'bold', after: 4, keepWith: 40 });
    this.page.table(header, rows);
  }

  /** Each page says which of how many it is, and the beginning of the digest: so a sheet is known that has got among others. */
  private footers(): void {
    const { start, count } = this.document.bufferedPageRange();
    for (let index = 0; index < count; index += 1) {
      this.document.switchToPage(start + index);
      const what = `${this.report.title}  ${this.report.dataSha256.slice(0, 16)}`;
      this.page.footer(`${what}  ${index + 1} / ${count}`);
    }
  }
}
