/** Jest under --experimental-vm-modules: the sources are ES modules, swc strips the types (tsc checks them beside it). */
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

const project = (displayName, testMatch, extra = {}) => ({
  displayName,
  rootDir: `${import.meta.dirname}/..`,
  testEnvironment: 'node',
  testMatch: testMatch.map((pattern) => `<rootDir>/test/${pattern}`),
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': swc },
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/.lianshu'],
  ...extra,
});

const database = {
  globalSetup: '<rootDir>/test/support/postgres/global-setup.ts',
  globalTeardown: '<rootDir>/test/support/postgres/global-teardown.ts',
};

export default {
  rootDir: `${import.meta.dirname}/..`,
  testTimeout: 120_000,
  maxWorkers: 2,
  coverageDirectory: '<rootDir>/coverage',
  collectCoverageFrom: ['<rootDir>/src/core/**/*.ts'],
  coverageThreshold: { global: { lines: 100, branches: 100, functions: 100, statements: 100 } },
  projects: [
    project('unit', ['unit/**/*.spec.ts', 'property/**/*.spec.ts', 'architecture.spec.ts']),
    project('conformance', ['conformance/**/*.spec.ts']),
    project('integration', ['integration/**/*.spec.ts', 'e2e/**/*.spec.ts'], database),
  ],
};
