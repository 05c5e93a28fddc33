import { DemoPki, type DemoPkiOptions, keyFolder, type KeyStore, personFor } from '../../src/devkit/index.js';

/** When every test of the application begins: 09:00 of 2 March 2026 in Taipei. */
export const begins = new Date('2026-03-02T01:00:00Z');

/** The seed of every demo PKI of which no test needs another. */
const seed = 'test';

/** A demo PKI at {@link begins}, unless it is wanted otherwise; one of its own, so that its certificates can be revoked. */
export function demoPki(wanted: Partial<DemoPkiOptions> = {}): DemoPki {
  const options = { seed, at: begins, ...wanted };
  return DemoPki.create(options, keptKeys(options.seed));
}

/** The demo keys of a seed that this run of jest has made so far. */
export function keptKeys(ofSeed: string): KeyStore | undefined {
  const folder = process.env.LIANSHU_DEMO_KEYS;
  return folder === undefined ? undefined : keyFolder(folder, ofSeed);
}

/** The holder of a card, where it is no matter who. */
export const holder = personFor(seed, 'holder');
