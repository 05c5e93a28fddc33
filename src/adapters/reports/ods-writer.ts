import { writeOds } from 'hucre/ods';
import type { Report, ReportCell, ReportTable, ReportWriter } from '../../reports/index.js';
import { taipeiMidnight } from './report-day.js';

/** Writes a report as a spreadsheet (ODS, ISO/IEC 26300): a sheet for the facts with the text and the digest, and one for each table. */
export class OdsReportWriter implements ReportWriter {
  write(report: Report): Promise<Uint8Array> {
    const at = taipeiMidnight(report.day);
    const { facts, tables } = report;
    return writeOds({
      sheets: [
        { name: facts.title, rows: factRows(report) },
        ...tables.map((table, index) => ({ name: sheetName(table, index), rows: rowsOf(table) })),
      ],
      properties: { title: report.title, description: report.dataSha256, created: at, modified: at },
    });
  }
}

function factRows(report: Report): ReportCell[][] {
  const { title, standing, facts, paragraphs, digestLabel, dataSha256 } = report;
  return [
    [title],
    [standing],
    ...rowsOf(facts),
    ...paragraphs.map((paragraph) => [paragraph]),
    [digestLabel, dataSha256],
  ];
}

function rowsOf({ header, rows }: ReportTable): ReportCell[][] {
  return [[...header], ...rows.map((row) => [...row])];
}

/** At most 31 characters, and no two alike. */
function sheetName({ title }: ReportTable, index: number): string {
  return `${index + 1} ${title}`.slice(0, 31);
}
