import type { InjectionToken } from '@nestjs/common';
import type { Platform } from './platform.js';

/** The {@link Platform}, for factories that bind ports to adapters. */
export const PLATFORM: InjectionToken<Platform> = Symbol('platform');
