import { type DynamicModule, type FactoryProvider, Module, type ModuleMetadata } from '@nestjs/common';
import type { Clock } from '../core/clock.js';
import { Approvals } from './approvals/approvals.js';
import { ApprovalActions } from './approvals/approved-action.js';
import type {
  ApprovalStore,
  StaffCertificateValidator,
  LeadDirectory,
  MemberStore,
  SessionStore,
  UsedChallenges,
} from './ports.js';
import { Sessions } from './sessions.js';
import { SignIn } from './sign-in.js';

/** What staff, sign-in and sessions are made of. */
export interface StaffDependencies {
  readonly clock: Clock;
  /** The platform's 32-byte challenge secret. */
  readonly challengeKey: Uint8Array;
  /** The platform's origin, as it stands in what is signed. */
  readonly origin: string;
  readonly validator: StaffCertificateValidator;
  readonly leads: LeadDirectory;
  readonly sessions: SessionStore;
  readonly members: Pick<MemberStore, 'findActive'>;
  readonly usedChallenges: UsedChallenges;
  readonly approvals: ApprovalStore;
}

/** How a composition root hands them over. */
export interface StaffModuleOptions
  extends
    Pick<ModuleMetadata, 'imports'>,
    Pick<FactoryProvider<StaffDependencies>, 'inject' | 'useFactory'> {}

const staffDependencies = Symbol('staff parts');

/**
 * Provides {@link Sessions}, {@link SignIn}, {@link Approvals} and {@link ApprovalActions} to every module: any controller may stand
 * behind a guard.
 */
@Module({})
export class StaffModule {
  static registerAsync({ imports = [], inject = [], useFactory }: StaffModuleOptions): DynamicModule {
    return {
      module: StaffModule,
      global: true,
      imports,
      providers: [
        { provide: staffDependencies, inject, useFactory },
        ApprovalActions,
        {
          provide: Sessions,
          inject: [staffDependencies],
          useFactory: (parts: StaffDependencies) => new Sessions(parts.sessions, parts.leads, parts.clock),
        },
        {
          provide: SignIn,
          inject: [staffDependencies, Sessions],
          useFactory: (parts: StaffDependencies, sessions: Sessions) => new SignIn({ ...parts, sessions }),
        },
        {
          provide: Approvals,
          inject: [staffDependencies, ApprovalActions],
          useFactory: ({ clock, validator: judge, approvals }: StaffDependencies, actions: ApprovalActions) =>
            new Approvals({ clock, validator: judge, actions, store: approvals }),
        },
      ],
      exports: [Sessions, SignIn, Approvals, ApprovalActions],
    };
  }
}
