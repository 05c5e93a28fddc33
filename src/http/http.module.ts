import { type DynamicModule, type FactoryProvider, Module, type ModuleMetadata } from '@nestjs/common';
import type { AuditLog } from '../audit/index.js';
import { SignInController } from './sign-in/sign-in.controller.js';
import { ApprovalsController } from './staff/approvals.controller.js';
import { AUDIT_LOG, AuditController } from './staff/audit.controller.js';

/** What the endpoints of this layer need beside the rooms' services. */
interface HttpDependencies {
  readonly auditLog: AuditLog;
}

/** How a composition root hands them over, with the other rooms' controllers and the modules whose services they use. */
interface HttpModuleOptions
  extends
    Pick<ModuleMetadata, 'imports' | 'controllers'>,
    Pick<FactoryProvider<HttpDependencies>, 'inject' | 'useFactory'> {}

const httpDependencies = Symbol('http parts');

/** All controllers, and the limits they share. Wants the staff module beside it. */
@Module({})
export class HttpModule {
  static registerAsync(options: HttpModuleOptions): DynamicModule {
    const { imports = [], controllers = [], inject = [], useFactory } = options;
    return {
      module: HttpModule,
      global: true,
      imports,
      controllers: [SignInController, ApprovalsController, AuditController, ...controllers],
      providers: [
        { provide: httpDependencies, inject, useFactory },
        {
          provide: AUDIT_LOG,
          inject: [httpDependencies],
          useFactory: ({ auditLog }: HttpDependencies) => auditLog,
        },
      ],
    };
  }
}
