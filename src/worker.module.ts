import { type DynamicModule, Module } from '@nestjs/common';
import { ClockModule } from './adapters/clock/clock.module.js';
import { KeysModule } from './adapters/keys/keys.module.js';
import { LogModule } from './adapters/log/log.module.js';
import { MobileCertificateModule } from './adapters/mobile-certificate/mobile-certificate.module.js';
import { PostgresModule } from './adapters/postgres/postgres.module.js';
import { RevocationModule } from './adapters/revocation/revocation.module.js';
import { ThreadsModule } from './adapters/threads/threads.module.js';
import type { AppModuleOptions } from './app.module.js';
import { CheckingModule } from './checking/checking.module.js';
import { ConfigurationModule } from './configuration/configuration.module.js';
import { WorkerMetricsModule } from './http/metrics/worker-metrics.module.js';
import { MessagesModule } from './messages/messages.module.js';

/** What a worker is: the check and what it stands on. It has no endpoint but those of the metrics port, and none of the jobs that servers run by themselves. */
@Module({})
export class WorkerModule {
  static register({ configuration, clock, log }: AppModuleOptions): DynamicModule {
    return {
      module: WorkerModule,
      imports: [
        // In the order of `AppModule`.
        ConfigurationModule.register(configuration),
        ClockModule.register(clock),
        LogModule.register(log),
        KeysModule,
        RevocationModule,
        MobileCertificateModule,
        PostgresModule,
        ThreadsModule,
        MessagesModule,
        CheckingModule,
        WorkerMetricsModule,
      ],
    };
  }
}
