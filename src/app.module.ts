import { type DynamicModule, Module } from '@nestjs/common';
import { checkingProviders } from './composition/checking.providers.js';
import { cosigningProviders } from './composition/cosigning.providers.js';
import { leadProviders } from './composition/lead.providers.js';
import type { Platform } from './composition/platform.js';
import { staffProviders } from './composition/staff.providers.js';
import { PLATFORM } from './composition/tokens.js';
import { controllers } from './http/controllers.js';
import { defaultRateLimits, noRateLimits, RateLimits } from './http/limits/index.js';
import { TrustModule } from './trust/index.js';

/** Gives the platform to every module that asks for it. */
@Module({})
class PlatformModule {
  static register(platform: Platform): DynamicModule {
    return {
      module: PlatformModule,
      global: true,
      providers: [{ provide: PLATFORM, useValue: platform }],
      exports: [PLATFORM],
    };
  }
}

/** The whole application over an opened {@link Platform}. */
@Module({})
export class AppModule {
  static register(platform: Platform): DynamicModule {
    const { clock, configuration } = platform;
    const limits = new RateLimits(configuration.rateLimits ? defaultRateLimits : noRateLimits, clock);
    return {
      module: AppModule,
      imports: [
        PlatformModule.register(platform),
        TrustModule.registerAsync({ inject: [PLATFORM], useFactory: ({ trust }: Platform) => trust }),
      ],
      providers: [
        { provide: RateLimits, useValue: limits },
        ...cosigningProviders,
        ...leadProviders,
        ...staffProviders,
        ...checkingProviders,
      ],
      controllers: [...controllers],
    };
  }
}
