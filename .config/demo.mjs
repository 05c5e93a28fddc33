/** `npm run demo`: installs and builds what is missing, then plays the whole story. */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { ensureBuilt, ensureInstalled, root } from './prepare.mjs';

ensureInstalled();
ensureBuilt();
const child = spawn(
  process.execPath,
  ['--enable-source-maps', path.join(root, 'dist/src/cli.js'), 'demo', ...process.argv.slice(2)],
  { stdio: 'inherit' },
);
// A terminal sends Ctrl-C to the child as well, `kill` does not: hand it on; the child ends once, however often it is told.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)));
