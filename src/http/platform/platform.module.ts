import { Module } from '@nestjs/common';
import { AuditModule } from '../../audit/audit.module.js';
import { CosigningModule } from '../../cosigning/cosigning.module.js';
import { TrustModule } from '../../trust/trust.module.js';
import { CheckpointsController } from './checkpoints.controller.js';
import { EmergenciesController } from './emergencies.controller.js';
import { HealthController } from './health.controller.js';
import { KeysController } from './keys.controller.js';

/** The platform's health, its public keys, the checkpoints of its audit log, and what was done past the two people. */
@Module({
  imports: [AuditModule, CosigningModule, TrustModule],
  controllers: [CheckpointsController, HealthController, KeysController, EmergenciesController],
})
export class PlatformHttpModule {}
