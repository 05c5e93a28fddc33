import { Module } from '@nestjs/common';
import { CasesModule } from '../../cases/cases.module.js';
import { CheckingModule } from '../../checking/checking.module.js';
import { ReportsModule } from '../../reports/reports.module.js';
import { StaffModule } from '../../staff/staff.module.js';
import { BatchController } from './batch.controller.js';
import { CheckController } from './check.controller.js';
import { OpenDataController } from './open-data.controller.js';
import { PaperController } from './paper.controller.js';
import { ReceiptsController } from './receipts.controller.js';
import { ReportsController } from './reports.controller.js';
import { ResultDraftController } from './result-draft.controller.js';
import { ResultController } from './result.controller.js';
import { StruckOutController } from './struck-out.controller.js';

/** The check for staff, its result for the public, receipts for their holders, and the struck-out list for the lead. */
@Module({
  imports: [CasesModule, CheckingModule, ReportsModule, StaffModule],
  controllers: [
    BatchController,
    CheckController,
    OpenDataController,
    PaperController,
    ReceiptsController,
    ReportsController,
    ResultDraftController,
    ResultController,
    StruckOutController,
  ],
})
export class CheckingHttpModule {}
