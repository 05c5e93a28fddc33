import { readFileSync } from 'node:fs';

/** Jest under --experimental-vm-modules: the sources are ES modules, swc strips the types (tsc checks them beside it). The larger young generation, collected in one thread, takes a twelfth of the processor time away. */
const swc = [
  '@swc/jest',
  {
    jsc: {
      parser: { syntax: 'typescript', decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata: true },
      target: 'es2022',
    },
    module: { type: 'es6' },
    sourceMaps: 'inline',
  },
];

/**
 * The least share of lines and branches that the whole suite runs, for each room and each adapter; `global` is the files
 * directly in `src`. A floor is the measured figure less half a point, rounded down to a multiple of five.
 * What a test starts as a process of its own (the commands, the demo, a killed submission) doesn't count: so the roots, the
 * commands and the development kit stand higher in truth. The figures are Babel's, taken of what swc makes of a file and
 * led back to its source; decorators and their metadata add nothing to them.
 */
const floors = JSON.parse(readFileSync(`${import.meta.dirname}/coverage-floors.json`, 'utf8'));

const project = (displayName, testMatch, extra = {}) => ({
  displayName,
  rootDir: `${import.meta.dirname}/..`,
  testEnvironment: '<rootDir>/.config/spec-environment.mjs',
  testMatch: testMatch.map((pattern) => `<rootDir>/test/${pattern}`),
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: { '^.+\\.tsx?$': swc },
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/.lianshu'],
  ...extra,
});

/** Files that a project runs without counting what it covers: counting doubles the time of cryptography in this language. */
const uncounted = (...patterns) => ({ coveragePathIgnorePatterns: ['/node_modules/', ...patterns] });

const database = {
  globalSetup: '<rootDir>/test/support/postgres/global-setup.ts',
  globalTeardown: '<rootDir>/test/support/postgres/global-teardown.ts',
};

export default {
  rootDir: `${import.meta.dirname}/..`,
  testTimeout: 120_000,
  // One more than the cores that CI has: a fifth of the time, specs wait for other processes.
  maxWorkers: 3,
  // ES modules of a spec that has ended stay in a worker's memory on Node 20: at 4 GB, collecting garbage took most of its time.
  workerIdleMemoryLimit: '1GB',
  testSequencer: `${import.meta.dirname}/long-specs-first.mjs`,
  coverageDirectory: '<rootDir>/coverage',
  // The pages run in a browser, in the build of `test/browser`: there is no figure of theirs here, but of what reaches the card.
  collectCoverageFrom: [
    '<rootDir>/src/**/*.ts',
    '!<rootDir>/src/web/**/*.ts',
    '<rootDir>/src/web/card/**/*.ts',
  ],
  coverageThreshold: floors,
  globalSetup: '<rootDir>/test/support/keys/demo-keys-setup.ts',
  globalTeardown: '<rootDir>/test/support/keys/demo-keys-teardown.ts',
  projects: [
    project('unit', ['unit/**/*.spec.ts', 'architecture.spec.ts']),
    project('property', ['property/**/*.spec.ts'], uncounted('<rootDir>/src/core/')),
    project('conformance', ['conformance/**/*.spec.ts'], uncounted('<rootDir>/src/')),
    project('browser', ['browser/**/*.spec.ts'], { ...database, ...uncounted('<rootDir>/src/') }),
    // The core owes its coverage to its unit tests alone.
    project('integration', ['integration/**/*.spec.ts', 'e2e/**/*.spec.ts'], {
      ...database,
      ...uncounted('<rootDir>/src/core/'),
    }),
  ],
};
