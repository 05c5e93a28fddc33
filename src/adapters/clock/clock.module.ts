import { type DynamicModule, Module } from '@nestjs/common';
import { type Clock, CLOCK } from '../../core/clock.js';

/** What time it is, for every room. */
@Module({})
export class ClockModule {
  static register(clock: Clock): DynamicModule {
    const providers = [{ provide: CLOCK, useValue: clock }];
    return { module: ClockModule, global: true, providers, exports: providers };
  }
}
