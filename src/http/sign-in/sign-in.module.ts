import { Module } from '@nestjs/common';
import { StaffModule } from '../../staff/staff.module.js';
import { SignInController } from './sign-in.controller.js';

/** Sign-in of staff and leads. */
@Module({
  imports: [StaffModule],
  controllers: [SignInController],
})
export class SignInHttpModule {}
