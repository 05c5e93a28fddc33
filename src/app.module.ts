import { type DynamicModule, Module } from '@nestjs/common';
import { ScheduleModule } from '@nestjs/schedule';
import { ClockModule } from './adapters/clock/clock.module.js';
import { KeysModule } from './adapters/keys/keys.module.js';
import { LogModule } from './adapters/log/log.module.js';
import { MobileCertificateModule } from './adapters/mobile-certificate/mobile-certificate.module.js';
import { PostgresModule } from './adapters/postgres/postgres.module.js';
import { RevocationModule } from './adapters/revocation/revocation.module.js';
import { ReportWritersModule } from './adapters/reports/report-writers.module.js';
import { ThreadsModule } from './adapters/threads/threads.module.js';
import { ConfigurationModule } from './configuration/configuration.module.js';
import type { Configuration } from './configuration/configuration.js';
import type { Clock } from './core/clock.js';
import type { Log } from './core/log.js';
import { CasesHttpModule } from './http/cases/cases.module.js';
import { CheckingHttpModule } from './http/checking/checking.module.js';
import { CosigningHttpModule } from './http/cosigning/cosigning.module.js';
import { LeadHttpModule } from './http/lead/lead.module.js';
import { LimitsHttpModule } from './http/limits/limits.module.js';
import { MetricsHttpModule } from './http/metrics/metrics.module.js';
import { PlatformHttpModule } from './http/platform/platform.module.js';
import { RemediesHttpModule } from './http/remedies/remedies.module.js';
import { SignInHttpModule } from './http/sign-in/sign-in.module.js';
import { StaffHttpModule } from './http/staff/staff.module.js';
import { MessagesModule } from './messages/messages.module.js';

/** What is decided before the application: what it was told, its time, its log. */
export interface AppModuleOptions {
  readonly configuration: Configuration;
  readonly clock: Clock;
  readonly log: Log;
}

/** The whole application: what it stands on, and its endpoints; each endpoint's module brings its capability. */
@Module({})
export class AppModule {
  static register({ configuration, clock, log }: AppModuleOptions): DynamicModule {
    return {
      module: AppModule,
      imports: [
        // Global; their hooks run before those of all others at the start, and after them at the end, in this order and its reverse.
        ConfigurationModule.register(configuration),
        ClockModule.register(clock),
        LogModule.register(log),
        KeysModule,
        RevocationModule,
        MobileCertificateModule,
        PostgresModule,
        ThreadsModule,
        ReportWritersModule,
        MessagesModule,
        ScheduleModule.forRoot(),
        CasesHttpModule,
        CheckingHttpModule,
        CosigningHttpModule,
        LeadHttpModule,
        LimitsHttpModule,
        MetricsHttpModule,
        PlatformHttpModule,
        RemediesHttpModule,
        SignInHttpModule,
        StaffHttpModule,
      ],
    };
  }
}
