import { Module } from '@nestjs/common';
import { CosigningModule } from '../../cosigning/cosigning.module.js';
import { TrustModule } from '../../trust/trust.module.js';
import { EmergenciesController } from './emergencies.controller.js';
import { HealthController } from './health.controller.js';
import { KeysController } from './keys.controller.js';

/** The platform's health, its public keys, and what was done past the two people. */
@Module({
  imports: [CosigningModule, TrustModule],
  controllers: [HealthController, KeysController, EmergenciesController],
})
export class PlatformHttpModule {}
