import { Module } from '@nestjs/common';
import { TrustModule } from '../../trust/trust.module.js';
import { HealthController } from './health.controller.js';
import { KeysController } from './keys.controller.js';

/** What the platform says of itself. */
@Module({
  imports: [TrustModule],
  controllers: [HealthController, KeysController],
})
export class PlatformHttpModule {}
