import { Module } from '@nestjs/common';
import { RemediesModule } from '../../remedies/remedies.module.js';
import { StaffModule } from '../../staff/staff.module.js';
import { LeadObjectionsController } from './lead-objections.controller.js';
import { RemediesController } from './remedies.controller.js';
import { StaffRemediesController } from './staff-remedies.controller.js';

/** What people ask for about co-signatures, and what staff decide. */
@Module({
  imports: [RemediesModule, StaffModule],
  controllers: [LeadObjectionsController, RemediesController, StaffRemediesController],
})
export class RemediesHttpModule {}
