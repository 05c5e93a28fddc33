import { availableParallelism } from 'node:os';
import { Global, Module } from '@nestjs/common';
import { CHECK_THREADS } from '../../checking/index.js';
import { type Configuration, CONFIGURATION } from '../../configuration/configuration.js';
import { RECORD_SEALING, SealingHere, SealingInThread } from '../../cosigning/index.js';

/** How many threads verify the records of a check: as many as are configured, or as this machine has cores. And in which thread records are sealed. */
@Global()
@Module({
  providers: [
    {
      provide: CHECK_THREADS,
      inject: [CONFIGURATION],
      useFactory: ({ checkThreads }: Configuration) => checkThreads ?? availableParallelism(),
    },
    {
      provide: RECORD_SEALING,
      inject: [CONFIGURATION],
      useFactory: ({ sealingThread }: Configuration) =>
        sealingThread === true ? new SealingInThread() : new SealingHere(),
    },
  ],
  exports: [CHECK_THREADS, RECORD_SEALING],
})
export class ThreadsModule {}
