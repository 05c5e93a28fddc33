/**
 * `npm test`: installs what is missing, then types, lint, format, build and every jest project with coverage of the core.
 * The last line reads `N passed, N failed`; the exit code is 0 only when nothing failed.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ensureBuilt, ensureInstalled, ensureOpenssl, root } from './prepare.mjs';

ensureInstalled();
ensureOpenssl();

const bin = (...parts) => path.join(root, 'node_modules', ...parts);
const checks = [
  ['types', [bin('typescript/bin/tsc'), '--noEmit']],
  [
    'lint',
    [
      bin('eslint/bin/eslint.js'),
      '--config',
      '.config/eslint.config.js',
      '--max-warnings',
      '0',
      'src',
      'test',
      'migrations',
      '.config',
    ],
  ],
  [
    'format',
    [
      bin('prettier/bin/prettier.cjs'),
      '--config',
      '.config/prettier.json',
      '--ignore-path',
      '.config/prettierignore',
      '--log-level',
      'warn',
      '--check',
      'src',
      'test',
      'migrations',
      '.config',
    ],
  ],
];

let passed = 0;
let failed = 0;
const count = (name, ok, since) => {
  console.log(`${ok ? 'ok' : 'FAILED'}  ${name} (${((Date.now() - since) / 1000).toFixed(0)} s)`);
  if (ok) passed++;
  else failed++;
};

for (const [name, args] of checks) {
  const since = Date.now();
  const result = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
  count(name, result.status === 0, since);
}

ensureBuilt();
runJest();
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);

function runJest() {
  const since = Date.now();
  const folder = mkdtempSync(path.join(os.tmpdir(), 'lianshu-test-'));
  const report = path.join(folder, 'jest.json');
  const result = spawnSync(
    process.execPath,
    [
      '--experimental-vm-modules',
      '--no-warnings',
      bin('jest/bin/jest.js'),
      '--config',
      '.config/jest.config.js',
      '--coverage',
      '--coverageReporters=text-summary',
      '--coverageReporters=json-summary',
      '--json',
      `--outputFile=${report}`,
      ...process.argv.slice(2),
    ],
    // Jest prints its JSON on stdout as well when --json is given; the people's report is on stderr.
    { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] },
  );
  if (existsSync(report)) {
    const { numPassedTests, numFailedTests, numFailedTestSuites, numRuntimeErrorTestSuites } = JSON.parse(
      readFileSync(report, 'utf8'),
    );
    passed += numPassedTests;
    failed += numFailedTests + numRuntimeErrorTestSuites;
    count('jest, with the core covered', result.status === 0 && numFailedTestSuites === 0, since);
  } else {
    count('jest', false, since);
  }
  rmSync(folder, { recursive: true, force: true });
}
