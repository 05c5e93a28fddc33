import { DemoPki, type DemoPkiOptions, personFor } from '../../src/devkit/index.js';
import { testKeys } from './test-keys.js';

/** When every test of the application begins: 09:00 of 2 March 2026 in Taipei. */
export const begins = new Date('2026-03-02T01:00:00Z');

/** The seed of every demo PKI of which no test needs another. */
const seed = 'test';

/** A demo PKI at {@link begins}, unless it is wanted otherwise; one of its own, so that its certificates can be revoked. */
export function demoPki(wanted: Partial<DemoPkiOptions> = {}): DemoPki {
  const options = { seed, at: begins, ...wanted };
  return DemoPki.create(options, testKeys(options.seed));
}

/** The holder of a card, where it is no matter who. */
export const holder = personFor(seed, 'holder');
