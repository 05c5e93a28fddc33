import { Module } from '@nestjs/common';
import { StaffModule } from '../../staff/staff.module.js';
import { ApprovalsController } from './approvals.controller.js';
import { AuditController } from './audit.controller.js';
import { MembersController } from './members.controller.js';

/** Two-person approvals, who is on the staff, and the audit log. */
@Module({
  imports: [StaffModule],
  controllers: [ApprovalsController, MembersController, AuditController],
})
export class StaffHttpModule {}
