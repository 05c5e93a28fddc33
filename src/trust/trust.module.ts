import { type DynamicModule, type FactoryProvider, Module, type ModuleMetadata } from '@nestjs/common';
import { type TrustParts, TrustService } from './trust.service.js';

/** How a composition root hands over what the service is made of. */
export interface TrustModuleOptions
  extends Pick<ModuleMetadata, 'imports'>, Pick<FactoryProvider<TrustParts>, 'inject' | 'useFactory'> {}

const trustParts = Symbol('trust parts');

/** Provides {@link TrustService}, and keeps revocation data fresh from start to shutdown. */
@Module({})
export class TrustModule {
  static registerAsync({ imports = [], inject = [], useFactory }: TrustModuleOptions): DynamicModule {
    return {
      module: TrustModule,
      imports,
      providers: [
        { provide: trustParts, inject, useFactory },
        {
          provide: TrustService,
          inject: [trustParts],
          useFactory: (parts: TrustParts) => new TrustService(parts),
        },
      ],
      exports: [TrustService],
    };
  }
}
