import { Global, Module } from '@nestjs/common';
import { REPORT_WRITERS, type ReportWriters } from '../../reports/index.js';
import { CsvReportWriter } from './csv-writer.js';
import { OdsReportWriter } from './ods-writer.js';
import { PdfReportWriter } from './pdf-writer.js';
import { ReportFonts } from './report-fonts.js';

/** The writers of reports: PDF, ODS, CSV. */
@Global()
@Module({
  providers: [
    {
      provide: REPORT_WRITERS,
      useFactory: (): ReportWriters => ({
        pdf: new PdfReportWriter(new ReportFonts()),
        ods: new OdsReportWriter(),
        csv: new CsvReportWriter(),
      }),
    },
  ],
  exports: [REPORT_WRITERS],
})
export class ReportWritersModule {}
