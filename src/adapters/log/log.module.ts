import { type DynamicModule, Module } from '@nestjs/common';
import { type Logger, pino } from 'pino';
import { LOG, type Log } from '../../core/log.js';

/** A log that writes JSON lines to standard error: requests and what operators must know, never personal data. */
export function createLog(level: string): Logger {
  return pino({ level, base: null }, pino.destination({ dest: 2, sync: false }));
}

/** The operators' log, for every module. */
@Module({})
export class LogModule {
  static register(log: Log): DynamicModule {
    const providers = [{ provide: LOG, useValue: log }];
    return { module: LogModule, global: true, providers, exports: providers };
  }
}
