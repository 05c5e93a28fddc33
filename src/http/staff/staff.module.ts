import { Module } from '@nestjs/common';
import { StaffModule } from '../../staff/staff.module.js';
import { ApprovalsController } from './approvals.controller.js';
import { AuditController } from './audit.controller.js';
import { MembersController } from './members.controller.js';
import { SwitchesController } from './switches.controller.js';

/** Two-person approvals, the switches, who is on the staff, and the audit log. */
@Module({
  imports: [StaffModule],
  controllers: [ApprovalsController, MembersController, AuditController, SwitchesController],
})
export class StaffHttpModule {}
