import type { LoggerService } from '@nestjs/common';
import type { Logger } from 'pino';
import { describeBug, stackFrames } from '../../core/log.js';

/** A start that fails is told by whoever started it, in a sentence; Nest would print the error beside it, values and all. */
const toldByTheStarter = 'ExceptionHandler';

type Level = 'fatal' | 'error' | 'warn' | 'debug';

/**
 * Hands what Nest itself says to the log: what goes wrong at its rank, what it tells of its own start as `debug`. Of an error only
 * what `describeBug` keeps, as messages may quote data.
 */
export class NestLog implements LoggerService {
  constructor(private readonly pino: Logger) {}

  fatal(message: unknown, ...rest: unknown[]): void {
    this.write('fatal', message, rest);
  }

  error(message: unknown, ...rest: unknown[]): void {
    this.write('error', message, rest);
  }

  warn(message: unknown, ...rest: unknown[]): void {
    this.write('warn', message, rest);
  }

  /** Modules and routes that are there. */
  log(message: unknown, ...rest: unknown[]): void {
    this.write('debug', message, rest);
  }

  /** Nest passes a stack, if it has one, and last the name of what speaks. */
  private write(level: Level, message: unknown, rest: readonly unknown[]): void {
    const context = rest.at(-1);
    if (context === toldByTheStarter) return;
    if (typeof message !== 'string') {
      this.pino[level]({ context, bug: describeBug(message) }, 'unexpected error in Nest');
      return;
    }
    const stack = rest.length > 1 ? rest[0] : undefined;
    this.pino[level](
      { context, ...(typeof stack === 'string' ? { frames: stackFrames(stack) } : {}) },
      message,
    );
  }
}
