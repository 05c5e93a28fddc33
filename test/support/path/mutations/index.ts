import { authentic } from './authentic.js';
import { constraints } from './constraints.js';
import { identifiers } from './identifiers.js';
import { nameSpaces } from './name-spaces.js';
import { names } from './names.js';
import { others } from './others.js';
import { policies } from './policies.js';
import { times } from './times.js';
import { type Mutation } from './mutation.js';

export { type Mutation, type Place } from './mutation.js';

/** Every change that is tried, by name. */
export const mutations: readonly Mutation[] = [
  ...authentic,
  ...times,
  ...names,
  ...constraints,
  ...identifiers,
  ...nameSpaces,
  ...policies,
  ...others,
];
