import { Module } from '@nestjs/common';
import { CasesModule } from '../../cases/cases.module.js';
import { StaffModule } from '../../staff/staff.module.js';
import { PlatformHttpModule } from '../platform/platform.module.js';
import { Alerts } from './alerts.js';
import { AlertsController } from './alerts.controller.js';
import { ApprovalsController } from './approvals.controller.js';
import { AuditController } from './audit.controller.js';
import { MembersController } from './members.controller.js';
import { SwitchesController } from './switches.controller.js';

/** Two-person approvals, the switches, who is on the staff, the audit log, and what is wrong. */
@Module({
  imports: [CasesModule, PlatformHttpModule, StaffModule],
  controllers: [
    ApprovalsController,
    MembersController,
    AuditController,
    SwitchesController,
    AlertsController,
  ],
  providers: [Alerts],
})
export class StaffHttpModule {}
