import { Module } from '@nestjs/common';
import { TrustModule } from '../../trust/trust.module.js';
import { HealthController } from './health.controller.js';
import { KeysController } from './keys.controller.js';

/** The platform's health and its public keys. */
@Module({
  imports: [TrustModule],
  controllers: [HealthController, KeysController],
})
export class PlatformHttpModule {}
