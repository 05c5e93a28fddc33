import { stringify } from 'csv-stringify/sync';
import type { Report, ReportTable, ReportWriter } from '../../reports/index.js';

/**
 * Writes a report as CSV (RFC 4180, UTF-8, CRLF), a line for each cell: header `table,item,column,value`, where `item` is the first cell of its row. So
 * every line has four fields, whatever the tables. Nothing in it makes a spreadsheet compute.
 */
export class CsvReportWriter implements ReportWriter {
  write(report: Report): Promise<Uint8Array> {
    const { title, standing, facts, paragraphs, tables, digestLabel, dataSha256 } = report;
    const lines = [
      ['table', 'item', 'column', 'value'],
      [title, '', '', standing],
      ...[facts, ...tables].flatMap(linesOf),
      ...paragraphs.map((paragraph) => [title, '', '', paragraph]),
      [title, digestLabel, '', dataSha256],
    ];
    const text = stringify(lines, { record_delimiter: '\r\n', escape_formulas: true });
    return Promise.resolve(Buffer.from(text, 'utf8'));
  }
}

function linesOf({ title, header, rows }: ReportTable): (string | number)[][] {
  return rows.flatMap(([item = '', ...values]) =>
    values.map((value, index) => [title, item, header[index + 1] ?? '', value]),
  );
}
