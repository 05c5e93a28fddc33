/**
 * What jest's JSON report (`--json --outputFile`) says, as far as the closing lines of `npm test` need it.
 * Jest calls a skipped test `pending`; a `todo` has no body. Both are skipped here: neither was run.
 */
import path from 'node:path';

/**
 * Reads a report: counts, and the lines that name what was skipped and what failed.
 * @param {object} report as jest writes it
 * @param {string} root the folder that file names are shown from
 */
export function readReport(report, root) {
  const tests = report.testResults.flatMap(({ name, assertionResults }) =>
    assertionResults.map((test) => ({ ...test, file: path.relative(root, name) })),
  );
  // A file that doesn't load has no tests; its message says why.
  const unloaded = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && assertionResults.every(({ status }) => status !== 'failed'),
  );
  const failed = tests.filter(({ status }) => status === 'failed');
  const skipped = tests.filter(({ status }) => ['pending', 'skipped', 'disabled', 'todo'].includes(status));
  return {
    passed: tests.filter(({ status }) => status === 'passed').length,
    failed: failed.length + unloaded.length,
    skipped: skipped.length,
    skippedNames: skipped.map(
      ({ file, fullName, status }) => `${file}: ${fullName}${status === 'todo' ? ' (todo)' : ''}`,
    ),
    failures: [
      ...failed.map(
        ({ file, fullName, failureMessages }) => `${file}: ${fullName}\n${indented(failureMessages[0])}`,
      ),
      ...unloaded.map(
        ({ name, message }) => `${path.relative(root, name)} did not run\n${indented(message)}`,
      ),
    ],
  };
}

/** The first lines of a message: what was expected and where; without colours. */
function indented(message = '') {
  const lines = stripColours(message).split('\n').slice(0, 20);
  return lines.map((line) => `      ${line}`).join('\n');
}

/** The lines of jest's own output that say which folder is below its floor of coverage. */
export function floorsNotMet(output) {
  return stripColours(output)
    .split('\n')
    .filter((line) => /^Jest: Coverage (?:for|data)\b/.test(line));
}

function stripColours(text) {
  // eslint-disable-next-line no-control-regex
  return text.replace(/\u001b\[[0-9;]*m/g, '');
}
