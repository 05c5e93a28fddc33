/**
 * Makes a fresh clone ready with nothing but Node and git: installs the pinned packages when they are missing or another
 * version of the lock file was installed, and builds when a source is newer than the build. Talks on stderr only, so that
 * a command's own output stays clean.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';

export const root = path.resolve(import.meta.dirname, '..');
const installedMark = path.join(root, 'node_modules', '.lianshu-installed');
const builtMark = path.join(root, 'dist', '.lianshu-built');

/** Runs a command with its output on stderr; ends this process with its exit code when it fails. */
export function run(command, args, options = {}) {
  const result = spawnSync(command, args, { cwd: root, stdio: ['ignore', 2, 2], ...options });
  if (result.error !== undefined) {
    console.error(`${command}: ${result.error.message}`);
    process.exit(1);
  }
  if (result.status !== 0) process.exit(result.status ?? 1);
}

/** Installs what package-lock.json names, unless just that is installed. */
export function ensureInstalled() {
  const wanted = createHash('sha256')
    .update(readFileSync(path.join(root, 'package-lock.json')))
    .digest('hex');
  if (existsSync(installedMark) && readFileSync(installedMark, 'utf8') === wanted) return;
  // `npm ci` empties the folder first: through a link it would empty the one of another work tree.
  if (lstatSync(path.join(root, 'node_modules'), { throwIfNoEntry: false })?.isSymbolicLink()) {
    console.error(
      'node_modules 是連結，請先在它所指的目錄安裝套件。 node_modules is a link to packages of another version: install them where it leads to.',
    );
    process.exit(1);
  }
  console.error('正在安裝套件（只有第一次需要）… Installing packages (the first time only) …');
  run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { shell: process.platform === 'win32' });
  writeFileSync(installedMark, wanted);
}

/** Builds dist/ when it is missing or older than a source. */
export function ensureBuilt() {
  const sources = ['src', 'migrations', '.config', 'package-lock.json', 'tsconfig.json'];
  const newest = Math.max(...sources.map((each) => newestChange(path.join(root, each))));
  if (existsSync(builtMark) && statSync(builtMark).mtimeMs >= newest) return;
  console.error('正在編譯… Building …');
  rmSync(path.join(root, 'dist'), { recursive: true, force: true });
  run(process.execPath, [
    path.join(root, 'node_modules/typescript-native/bin/tsc'),
    '--project',
    path.join(root, '.config/tsconfig.build.json'),
  ]);
  run(process.execPath, [path.join(root, '.config/build-web.mjs')]);
  run(process.execPath, [path.join(root, '.config/build-fonts.mjs')]);
  writeFileSync(path.join(root, 'dist/build.json'), JSON.stringify({ commit: commitOfSources() }));
  mkdirSync(path.dirname(builtMark), { recursive: true });
  writeFileSync(builtMark, '');
}

/** The commit of what is built: as git says it, or, where there is no git (an image), as `SOURCE_COMMIT` says it. */
function commitOfSources() {
  const { SOURCE_COMMIT: given } = process.env;
  if (given) return given;
  const asked = spawnSync('git', ['describe', '--always', '--dirty', '--abbrev=12', '--exclude=*'], {
    cwd: root,
    encoding: 'utf8',
  });
  return asked.status === 0 ? asked.stdout.trim() : undefined;
}

function newestChange(file) {
  const stat = statSync(file);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(stat.mtimeMs, ...readdirSync(file).map((name) => newestChange(path.join(file, name))));
}
