import { type DynamicModule, type FactoryProvider, Module, type ModuleMetadata } from '@nestjs/common';
import { type TrustDependencies, TrustService } from './trust.service.js';

/** How a composition root hands over what the service is made of. */
export interface TrustModuleOptions
  extends
    Pick<ModuleMetadata, 'imports'>,
    Pick<FactoryProvider<TrustDependencies>, 'inject' | 'useFactory'> {}

const trustDependencies = Symbol('trust parts');

/** Provides {@link TrustService}, and keeps revocation data fresh from start to shutdown. */
@Module({})
export class TrustModule {
  static registerAsync({ imports = [], inject = [], useFactory }: TrustModuleOptions): DynamicModule {
    return {
      module: TrustModule,
      imports,
      providers: [
        { provide: trustDependencies, inject, useFactory },
        {
          provide: TrustService,
          inject: [trustDependencies],
          useFactory: (parts: TrustDependencies) => new TrustService(parts),
        },
      ],
      exports: [TrustService],
    };
  }
}
