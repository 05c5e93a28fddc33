import { Module } from '@nestjs/common';
import { LeadModule } from '../../lead/lead.module.js';
import { StaffModule } from '../../staff/staff.module.js';
import { LeadController } from './lead.controller.js';

/** What leads do; their sessions are the staff module's. */
@Module({
  imports: [LeadModule, StaffModule],
  controllers: [LeadController],
})
export class LeadHttpModule {}
