import { Module } from '@nestjs/common';
import { CheckingModule } from '../checking/checking.module.js';
import { FigureReader } from '../checking/index.js';
import { REPORT_WRITERS, type ReportWriters } from './ports.js';
import { Reports } from './reports.service.js';

/** Reports on a check. */
@Module({
  imports: [CheckingModule],
  providers: [
    {
      provide: Reports,
      inject: [FigureReader, REPORT_WRITERS],
      useFactory: (figures: FigureReader, writers: ReportWriters) => new Reports(figures, writers),
    },
  ],
  exports: [Reports],
})
export class ReportsModule {}
