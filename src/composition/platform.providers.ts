import type { FactoryProvider } from '@nestjs/common';
import { jwksOf } from '../core/receipt.js';
import {
  DATABASE_CHECK,
  type DatabaseCheck,
  PUBLISHED_KEYS,
  type PublishedKeys,
} from '../http/platform/platform.tokens.js';
import type { Platform } from './platform.js';
import { PLATFORM } from './tokens.js';

/** What the platform says of itself. */
export const platformProviders: readonly FactoryProvider[] = [
  {
    provide: PUBLISHED_KEYS,
    inject: [PLATFORM],
    useFactory:
      ({ keys }: Platform): PublishedKeys =>
      () =>
        jwksOf([keys.intakeSigner]),
  },
  {
    provide: DATABASE_CHECK,
    inject: [PLATFORM],
    useFactory:
      ({ databases }: Platform): DatabaseCheck =>
      async () => {
        await databases.intake.query('SELECT 1');
      },
  },
];
