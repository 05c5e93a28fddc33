import { type DynamicModule, type FactoryProvider, Module, type ModuleMetadata } from '@nestjs/common';
import type { AuditLog } from '../audit/index.js';
import type { Clock } from '../core/clock.js';
import { RateLimits, type RateLimitSizes } from './limits/index.js';
import { SignInController } from './sign-in/sign-in.controller.js';
import { ApprovalsController } from './staff/approvals.controller.js';
import { AuditController } from './staff/audit.controller.js';
import { AUDIT_LOG } from './staff/audit-log.token.js';

/** What the endpoints of this layer need beside the rooms' services. */
export interface HttpParts {
  readonly clock: Clock;
  readonly rateLimits: RateLimitSizes;
  readonly auditLog: AuditLog;
}

/** How a composition root hands them over, with the other rooms' controllers and the modules whose services they use. */
export interface HttpModuleOptions
  extends
    Pick<ModuleMetadata, 'imports' | 'controllers'>,
    Pick<FactoryProvider<HttpParts>, 'inject' | 'useFactory'> {}

const httpParts = Symbol('http parts');

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
        { provide: httpParts, inject, useFactory },
        {
          provide: RateLimits,
          inject: [httpParts],
          useFactory: ({ rateLimits, clock }: HttpParts) => new RateLimits(rateLimits, clock),
        },
        { provide: AUDIT_LOG, inject: [httpParts], useFactory: ({ auditLog }: HttpParts) => auditLog },
      ],
      exports: [RateLimits],
    };
  }
}
