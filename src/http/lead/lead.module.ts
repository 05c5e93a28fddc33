import { Module } from '@nestjs/common';
import { LeadModule } from '../../lead/lead.module.js';
import { StaffModule } from '../../staff/staff.module.js';
import { LeadController } from './lead.controller.js';

/** The endpoints of leads. Their sessions come from the staff capability. */
@Module({
  imports: [LeadModule, StaffModule],
  controllers: [LeadController],
})
export class LeadHttpModule {}
