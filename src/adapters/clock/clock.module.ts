import { type DynamicModule, Module } from '@nestjs/common';
import { type Clock, CLOCK } from '../../core/clock.js';

/** The clock, for every module. */
@Module({})
export class ClockModule {
  static register(clock: Clock): DynamicModule {
    const providers = [{ provide: CLOCK, useValue: clock }];
    return { module: ClockModule, global: true, providers, exports: providers };
  }
}
