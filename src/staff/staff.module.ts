import { type DynamicModule, type FactoryProvider, Module, type ModuleMetadata } from '@nestjs/common';
import type { Clock } from '../core/clock.js';
import { ApprovalActions } from './approvals/actions.js';
import { Approvals } from './approvals/approvals.js';
import type {
  ApprovalStore,
  CertificateJudge,
  LeadDirectory,
  MemberStore,
  SessionStore,
  UsedChallenges,
} from './ports.js';
import { Sessions } from './sessions/sessions.js';
import { SignIn } from './sign-in/sign-in.js';

/** What staff, sign-in and sessions are made of. */
export interface StaffParts {
  readonly clock: Clock;
  /** The platform's 32-byte challenge secret. */
  readonly challengeKey: Uint8Array;
  /** The platform's origin, as it stands in what is signed. */
  readonly origin: string;
  readonly judge: CertificateJudge;
  readonly leads: LeadDirectory;
  readonly sessions: SessionStore;
  readonly members: Pick<MemberStore, 'findActive'>;
  readonly usedChallenges: UsedChallenges;
  readonly approvals: ApprovalStore;
}

/** How a composition root hands them over. */
export interface StaffModuleOptions
  extends Pick<ModuleMetadata, 'imports'>, Pick<FactoryProvider<StaffParts>, 'inject' | 'useFactory'> {}

const staffParts = Symbol('staff parts');

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
        { provide: staffParts, inject, useFactory },
        ApprovalActions,
        {
          provide: Sessions,
          inject: [staffParts],
          useFactory: (parts: StaffParts) => new Sessions(parts.sessions, parts.leads, parts.clock),
        },
        {
          provide: SignIn,
          inject: [staffParts, Sessions],
          useFactory: (parts: StaffParts, sessions: Sessions) => new SignIn({ ...parts, sessions }),
        },
        {
          provide: Approvals,
          inject: [staffParts, ApprovalActions],
          useFactory: ({ clock, judge, approvals }: StaffParts, actions: ApprovalActions) =>
            new Approvals({ clock, judge, actions, store: approvals }),
        },
      ],
      exports: [Sessions, SignIn, Approvals, ApprovalActions],
    };
  }
}
