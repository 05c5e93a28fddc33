import { Module } from '@nestjs/common';
import { StaffModule } from '../../staff/staff.module.js';
import { LeadSessionsController } from './lead-sessions.controller.js';
import { SignInController } from './sign-in.controller.js';
import { StaffSessionsController } from './staff-sessions.controller.js';

/** Sign-in of staff and leads, and what becomes of their sessions. */
@Module({
  imports: [StaffModule],
  controllers: [SignInController, StaffSessionsController, LeadSessionsController],
})
export class SignInHttpModule {}
