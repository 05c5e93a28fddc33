import { Module } from '@nestjs/common';
import { CasesModule } from '../../cases/cases.module.js';
import { StaffModule } from '../../staff/staff.module.js';
import { CalendarController } from './calendar.controller.js';
import { CasesController } from './cases.controller.js';
import { ClosuresController } from './closures.controller.js';
import { LeadCertificatesController } from './lead-certificates.controller.js';
import { OfflineSubmissionController } from './offline-submission.controller.js';
import { StaffCasesController } from './staff-cases.controller.js';

/** Cases, as anybody and as staff see them. */
@Module({
  imports: [CasesModule, StaffModule],
  controllers: [
    CasesController,
    ClosuresController,
    StaffCasesController,
    CalendarController,
    LeadCertificatesController,
    OfflineSubmissionController,
  ],
})
export class CasesHttpModule {}
