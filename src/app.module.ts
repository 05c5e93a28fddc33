import { type DynamicModule, type FactoryProvider, Module } from '@nestjs/common';
import { PostgresAuditLog } from './adapters/postgres/audit-log.js';
import { checkingProviders } from './composition/checking.providers.js';
import { cosigningProviders } from './composition/cosigning.providers.js';
import { leadProviders } from './composition/lead.providers.js';
import type { Platform } from './composition/platform.js';
import { platformProviders } from './composition/platform.providers.js';
import { caseProviders, staffModule } from './composition/staff.providers.js';
import { PLATFORM } from './composition/tokens.js';
import { controllers } from './http/controllers.js';
import { HttpModule } from './http/http.module.js';
import { TrustModule } from './trust/index.js';

/** What an operator opened, and what judges certificates: for every room. */
@Module({})
class PlatformModule {
  static register(platform: Platform): DynamicModule {
    const trust = TrustModule.registerAsync({ useFactory: () => platform.trust });
    return {
      module: PlatformModule,
      global: true,
      imports: [trust],
      providers: [{ provide: PLATFORM, useValue: platform }],
      exports: [PLATFORM, trust],
    };
  }
}

/** Services by their rooms, each with its ports bound to adapters. */
@Module({})
class ServicesModule {
  static register(providers: readonly FactoryProvider[]): DynamicModule {
    return {
      module: ServicesModule,
      global: true,
      providers: [...providers],
      exports: providers.map(({ provide }) => provide),
    };
  }
}

/** The whole application over an opened {@link Platform}. */
@Module({})
export class AppModule {
  static register(platform: Platform): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.register(platform),
        ServicesModule.register([
          ...caseProviders,
          ...cosigningProviders,
          ...leadProviders,
          ...checkingProviders,
          ...platformProviders,
        ]),
        staffModule,
        HttpModule.registerAsync({
          controllers: [...controllers],
          inject: [PLATFORM],
          useFactory: ({ databases }: Platform) => ({ auditLog: new PostgresAuditLog(databases.staff) }),
        }),
      ],
    };
  }
}
