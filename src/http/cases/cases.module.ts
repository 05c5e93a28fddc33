import { Module } from '@nestjs/common';
import { CasesModule } from '../../cases/cases.module.js';
import { StaffModule } from '../../staff/staff.module.js';
import { CasesController } from './cases.controller.js';
import { StaffCasesController } from './staff-cases.controller.js';

/** Cases, as anybody and as staff see them. */
@Module({
  imports: [CasesModule, StaffModule],
  controllers: [CasesController, StaffCasesController],
})
export class CasesHttpModule {}
