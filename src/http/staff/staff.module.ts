import { Module } from '@nestjs/common';
import { StaffModule } from '../../staff/staff.module.js';
import { ApprovalsController } from './approvals.controller.js';
import { AuditController } from './audit.controller.js';

/** Two-person approvals, and the audit log. */
@Module({
  imports: [StaffModule],
  controllers: [ApprovalsController, AuditController],
})
export class StaffHttpModule {}
