/**
 * The order in which jest takes the specs. It knows how long each took last time, and takes the longest first. In a fresh clone it knows
 * nothing: then those that are known to be long come first, so that none of them runs alone at the end.
 */
import module from '@jest/test-sequencer';

const Sequencer = module.default ?? module;

const long = [
  'test/e2e/cli/demo.spec.ts',
  'test/e2e/demo/',
  'test/browser/',
  'test/e2e/blindness.spec.ts',
  'test/e2e/start.spec.ts',
  'test/e2e/cli/',
  'test/e2e/',
  'test/property/',
  'test/integration/',
];

/** Where a spec stands among the long ones; after them all if it is none. */
function placeOf({ path }) {
  const place = long.findIndex((start) => path.includes(`/${start}`));
  return place === -1 ? long.length : place;
}

export default class LongSpecsFirst extends Sequencer {
  sort(tests) {
    const sorted = super.sort(tests);
    if (sorted.some(({ duration }) => duration !== undefined)) return sorted;
    return sorted.toSorted((one, other) => placeOf(one) - placeOf(other));
  }
}
