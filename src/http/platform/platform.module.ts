import { Module } from '@nestjs/common';
import { AuditModule } from '../../audit/audit.module.js';
import { CasesModule } from '../../cases/cases.module.js';
import { CosigningModule } from '../../cosigning/cosigning.module.js';
import { TrustModule } from '../../trust/trust.module.js';
import { CheckpointsController } from './checkpoints.controller.js';
import { ContactsSaid } from './contacts-said.js';
import { EmergenciesController } from './emergencies.controller.js';
import { HealthCheck } from './health-check.js';
import { HealthController } from './health.controller.js';
import { KeysController } from './keys.controller.js';
import { PlannedPauses } from './planned-pauses.js';
import { ServiceStatus } from './service-status.js';
import { StatusController } from './status.controller.js';

/** The platform's health and status, its public keys, the checkpoints of its audit log, and what was done past the two people. */
@Module({
  imports: [AuditModule, CasesModule, CosigningModule, TrustModule],
  controllers: [
    CheckpointsController,
    HealthController,
    KeysController,
    StatusController,
    EmergenciesController,
  ],
  providers: [ContactsSaid, HealthCheck, PlannedPauses, ServiceStatus],
  exports: [HealthCheck],
})
export class PlatformHttpModule {}
