import { Module } from '@nestjs/common';
import { CosigningModule } from '../../cosigning/cosigning.module.js';
import { TrustModule } from '../../trust/trust.module.js';
import { HealthController } from './health.controller.js';
import { KeysController } from './keys.controller.js';

/** The platform's health and its public keys. */
@Module({
  imports: [CosigningModule, TrustModule],
  controllers: [HealthController, KeysController],
})
export class PlatformHttpModule {}
