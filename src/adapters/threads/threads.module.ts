import { availableParallelism } from 'node:os';
import { Global, Module } from '@nestjs/common';
import { CHECK_THREADS } from '../../checking/index.js';
import { type Configuration, CONFIGURATION } from '../../configuration/configuration.js';

/** How many threads verify the records of a check: as many as are configured, or as this machine has cores. */
@Global()
@Module({
  providers: [
    {
      provide: CHECK_THREADS,
      inject: [CONFIGURATION],
      useFactory: ({ checkThreads }: Configuration) => checkThreads ?? availableParallelism(),
    },
  ],
  exports: [CHECK_THREADS],
})
export class ThreadsModule {}
