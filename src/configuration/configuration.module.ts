import { type DynamicModule, Module } from '@nestjs/common';
import { type Configuration, CONFIGURATION, originOf, takesRehearsals } from './configuration.js';
import { REHEARSALS_ACCEPTED } from '../core/case-number.js';
import { parts, SERVED_PARTS } from '../core/served-parts.js';
import { PLATFORM_ORIGIN } from '../core/statement/index.js';

/** The configuration, for every module. */
@Module({})
export class ConfigurationModule {
  static register(configuration: Configuration): DynamicModule {
    return {
      module: ConfigurationModule,
      global: true,
      providers: [
        { provide: CONFIGURATION, useValue: configuration },
        { provide: PLATFORM_ORIGIN, inject: [CONFIGURATION], useFactory: originOf },
        { provide: SERVED_PARTS, useValue: configuration.parts ?? parts },
        { provide: REHEARSALS_ACCEPTED, inject: [CONFIGURATION], useFactory: takesRehearsals },
      ],
      exports: [CONFIGURATION, PLATFORM_ORIGIN, REHEARSALS_ACCEPTED, SERVED_PARTS],
    };
  }
}
