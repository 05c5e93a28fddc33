import { beforeAll, describe, expect, it } from '@jest/globals';
import { readOds } from 'hucre/ods';
import { parse } from 'csv-parse/sync';
import { CsvReportWriter } from '../../../src/adapters/reports/csv-writer.js';
import { OdsReportWriter } from '../../../src/adapters/reports/ods-writer.js';
import { PdfReportWriter } from '../../../src/adapters/reports/pdf-writer.js';
import { ReportFonts } from '../../../src/adapters/reports/report-fonts.js';
import type { CheckFigures, DrawnResult } from '../../../src/checking/index.js';
import { electronicGroups, paperGroups, publicTally } from '../../../src/checking/result/public-tally.js';
import { drawUpResult, resultBytes } from '../../../src/checking/result/result-document.js';
import { fail, ok } from '../../../src/core/result.js';
import { sha256Hex } from '../../../src/core/sha256.js';
import { type CaseNumber, type RoundOrdinal } from '../../../src/core/identifiers.js';
import type { TaipeiDate } from '../../../src/core/taipei-date.js';
import {
  type Report,
  type ReportFormat,
  reportNames,
  Reports,
  type ReportWriters,
} from '../../../src/reports/index.js';
import { PdfReading } from '../../support/reports/pdf-reading.js';

const number = '9001' as CaseNumber;
const mainText = '=你是否同意：公園應設置飲水機（含無障礙）？';
const figures: CheckFigures = {
  case: number,
  mainText,
  round: 1,
  batch: '0198c0de-0000-7000-8000-000000000001',
  phase: 'answered',
  electorTotal: 19_548_531,
  threshold: 293_228,
  submittedOn: '2026-01-30' as TaipeiDate,
  merkleRoot: 'ab'.repeat(32),
  submissionStatementSha256: 'cd'.repeat(32),
  electronic: { submitted: 300_000, valid: 290_000, struckOut: { E01: 3, D01: 7_000, R05: 2_997 } },
  paper: { submitted: 20_000, valid: 19_000, struckOut: { P01: 997, D02: 3 } },
};

function drawn(round: RoundOrdinal = 1): DrawnResult {
  const result = drawUpResult({
    case: number,
    round,
    electorTotal: figures.electorTotal,
    threshold: figures.threshold,
    submittedOn: figures.submittedOn,
    determinedOn: '2026-02-20' as TaipeiDate,
    electronic: publicTally(figures.electronic, electronicGroups),
    paper: publicTally(figures.paper, paperGroups),
    earlierValid: round === 1 ? 0 : 1_000,
    merkleRoot: figures.merkleRoot,
    keyStatementSha256: 'ef'.repeat(32),
    submissionStatementSha256: figures.submissionStatementSha256,
  });
  return { mainText, bytes: resultBytes(result), result, isPublished: true };
}

const writers: ReportWriters = {
  pdf: new PdfReportWriter(new ReportFonts()),
  ods: new OdsReportWriter(),
  csv: new CsvReportWriter(),
};

const reports = new Reports(
  { figures: () => Promise.resolve(ok(figures)), result: () => Promise.resolve(ok(drawn())) },
  writers,
);

async function content(name: Report['name'], format: ReportFormat, language: Report['language'] = 'zh-TW') {
  const file = await reports.file(number, { name, format, language });
  if (!file.ok) throw new Error(file.failure.code);
  return file.value;
}

async function report(name: Report['name'], language: Report['language'] = 'zh-TW'): Promise<Report> {
  const found = await reports.report(number, name, language);
  if (!found.ok) throw new Error(found.failure.code);
  return found.value;
}

/** Every text and number that a report shows in a table. */
const cellsOf = ({ facts, tables }: Report): readonly string[] =>
  [facts, ...tables].flatMap(({ header, rows }) => [...header, ...rows.flat().map(String)]);

describe.each(reportNames)('the report %s', (name) => {
  it.each(['zh-TW', 'en'] as const)(
    'has the digest of its data, the same in each form and in %s',
    async (language) => {
      const data = await content(name, 'json', language);
      expect(data.dataSha256).toBe(sha256Hex(data.content));
      expect((await report(name, language)).dataSha256).toBe(data.dataSha256);
      if (name === 'result') expect(Buffer.from(data.content)).toEqual(Buffer.from(drawn().bytes));
      const csv = Buffer.from((await content(name, 'csv', language)).content).toString();
      expect(csv).toContain(data.dataSha256);
    },
  );

  it.each(['pdf', 'ods', 'csv'] as const)('is the same bytes of the same data (%s)', async (format) => {
    const first = await content(name, format);
    expect((await content(name, format)).sha256).toBe(first.sha256);
  });

  it('reads back from a spreadsheet', async () => {
    const { sheets } = await readOds((await content(name, 'ods')).content);
    const cells = new Set(sheets.flatMap(({ rows }) => rows.flat()).map(String));
    const told = await report(name);
    for (const cell of cellsOf(told)) expect(cells).toContain(cell);
    expect(cells).toContain(told.dataSha256);
    expect(sheets).toHaveLength(1 + told.tables.length);
  });

  it('reads back from CSV, of which no cell computes', async () => {
    const lines = parse(Buffer.from((await content(name, 'csv')).content), {
      record_delimiter: '\r\n',
    });
    expect(lines[0]).toEqual(['table', 'item', 'column', 'value']);
    for (const line of lines) for (const cell of line) expect(cell).not.toMatch(/^[=+\-@]/);
    expect(lines.some(([, , , value]) => value === `'${mainText}`)).toBe(true);
  });
});

describe('a report as PDF', () => {
  let pdf: PdfReading;
  let told: Report;
  beforeAll(async () => {
    told = await report('result');
    pdf = new PdfReading((await content('result', 'pdf')).content);
  });

  it('has every word and number in its text, full-width ones too', () => {
    const text = pdf.text.replaceAll(' ', '');
    const words = [told.title, told.standing, ...told.paragraphs, told.dataSha256, told.facts.title];
    for (const each of words) expect(text).toContain(each.replaceAll(' ', ''));
    for (const each of cellsOf(told).filter((cell) => !/^\d{4,}$/.test(cell)))
      expect(text).toContain(each.replaceAll(' ', ''));
    expect(text).toContain('300,000');
  });

  it('is tagged: its language, title, headings, paragraphs, and tables with header cells', () => {
    expect(pdf.catalog).toMatch(/\/Lang \(zh-TW\)/);
    expect(pdf.catalog).toMatch(/\/MarkInfo/);
    expect(pdf.has('/DisplayDocTitle true')).toBe(true);
    expect(pdf.has('<pdfuaid:part>1</pdfuaid:part>')).toBe(true);
    const count = (role: string): number => pdf.roles.filter((each) => each === role).length;
    const tables = [told.facts, ...told.tables];
    expect(count('H1')).toBe(1);
    expect(count('Table')).toBe(tables.length);
    expect(count('TR')).toBe(tables.reduce((sum, { rows }) => sum + rows.length + 1, 0));
    expect(pdf.headers('Column')).toBe(tables.reduce((sum, { header }) => sum + header.length, 0));
    expect(pdf.headers('Row')).toBe(tables.reduce((sum, { rows }) => sum + rows.length, 0));
  });

  it('has no more of its fonts than it uses', () => {
    expect(pdf.fontOctets).toBeGreaterThan(1_000);
    expect(pdf.fontOctets).toBeLessThan(100_000);
  });
});

describe('what is meant for the public', () => {
  it('has no number below five, nor one that tells such a number', async () => {
    const { tables } = await report('result');
    const reasons = tables.slice(1).flatMap(({ rows }) => rows.map(([, count]) => count));
    // 3 of evidence beside 7,000 and 2,997: none but the greatest is told, since the others come to 3,000.
    expect(reasons).toContain('少於五，或為免推算而不公布');
    expect(reasons).not.toContain(3);
    expect(reasons).not.toContain(2_997);
  });

  it('says what follows, of a supplement with the numbers of the main round', async () => {
    const ofSupplement = new Reports(
      {
        figures: () => Promise.resolve(fail('check-not-ready')),
        result: () => Promise.resolve(ok(drawn(2))),
      },
      writers,
    );
    const told = await ofSupplement.report(number, 'result', 'zh-TW');
    expect(told.ok && told.value.paragraphs.join('\n')).toMatch(/連同主階段計入 1,000 筆，共 310,000 筆/);
    expect(await ofSupplement.report(number, 'batch', 'zh-TW')).toEqual(fail('check-not-ready'));
  });
});
