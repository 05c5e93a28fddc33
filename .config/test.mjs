/**
 * `npm test`: installs what is missing, then types, lint, format, the picture of the rooms, build and every jest project with its coverage.
 * Each check says when it ends. What was skipped and what failed is named at the end, and the last line reads
 * `N passed, N failed, N skipped`; the exit code is 0 only when nothing failed.
 * With arguments, jest runs with them and without coverage: the floors are for the whole suite.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { floorsNotMet, readReport } from './jest-report.mjs';
import { ensureInstalled, root } from './prepare.mjs';

const programs = once(
  spawn(process.execPath, [path.join(root, '.config/debian-packages.mjs')], { stdio: ['ignore', 2, 2] }),
  'exit',
);
ensureInstalled();
const [withoutPrograms] = await programs;
if (withoutPrograms !== 0) process.exit(1);

/** Two rows of scripts of package.json that run side by side, each row about as long as the other. */
const rows = [
  [['lint']],
  [['types'], ['format:check'], ['docs:rooms', '--check'], ['docs:api', '--check'], ['build']],
];

const totals = { passed: 0, failed: 0, skipped: 0 };
const skippedNames = [];
const failures = [];

await Promise.all(rows.map(runInTurn));
await runJest();

for (const name of skippedNames) console.log(`skipped  ${name}`);
for (const failure of failures) console.log(`\nFAILED  ${failure}`);
console.log(`\n${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped`);
process.exit(totals.failed === 0 ? 0 : 1);

async function runInTurn(scripts) {
  for (const [name, ...parameters] of scripts) {
    const since = Date.now();
    const { code, output } = await run(name, parameters, () => undefined);
    count(name, code === 0, since, output.trimEnd());
  }
}

async function runJest() {
  const since = Date.now();
  const folder = mkdtempSync(path.join(os.tmpdir(), 'lianshu-test-'));
  const report = path.join(folder, 'jest.json');
  const given = process.argv.slice(2);
  const coverage = ['--coverage', '--coverageReporters=text-summary', '--coverageReporters=json-summary'];
  const parameters = ['--json', `--outputFile=${report}`, ...(given.length === 0 ? coverage : given)];
  const { code, output } = await run('jest', parameters, (text) => process.stderr.write(text));
  if (existsSync(report)) {
    const read = readReport(JSON.parse(readFileSync(report, 'utf8')), root);
    totals.passed += read.passed;
    totals.failed += read.failed;
    totals.skipped += read.skipped;
    skippedNames.push(...read.skippedNames);
    failures.push(...read.failures);
  }
  count('jest', code === 0, since, floorsNotMet(output).join('\n'));
  rmSync(folder, { recursive: true, force: true });
}

/** Runs a script of package.json; its whole output comes back, and each piece of it goes to `show` when it comes. */
function run(script, parameters, show) {
  const child = spawn('npm', ['run', '--silent', script, '--', ...parameters], {
    cwd: root,
    env: process.stderr.isTTY ? { FORCE_COLOR: '1', ...process.env } : process.env,
    shell: process.platform === 'win32',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const take = (text) => {
    output += text;
    show(text);
  };
  // Jest says on stdout only where its JSON is.
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', take);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, output }));
  });
}

function count(name, ok, since, output) {
  console.log(`${ok ? 'ok' : 'FAILED'}  ${name} (${((Date.now() - since) / 1000).toFixed(0)} s)`);
  totals[ok ? 'passed' : 'failed']++;
  if (!ok) failures.push(`${name}${output === '' ? '' : `\n${output}`}`);
}
