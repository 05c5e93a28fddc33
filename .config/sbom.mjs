/**
 * `npm run sbom`: the bill of materials of what runs in production, as CycloneDX JSON on stdout, from the lock file alone. `npm sbom --omit dev`
 * leaves out every package that a development tool needs as well, and fails where the development tools are not installed. So npm is
 * given the lock file without what production doesn't install.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (name) => JSON.parse(readFileSync(path.join(root, name), 'utf8'));

/** The manifest without what only developers install, and without overrides of what is not there. */
function production(manifest, packages) {
  const kept = Object.entries(manifest.overrides ?? {}).filter(
    ([name]) => `node_modules/${name}` in packages,
  );
  return {
    ...manifest,
    devDependencies: undefined,
    optionalDependencies: undefined,
    overrides: Object.fromEntries(kept),
  };
}

const lock = read('package-lock.json');
const packages = Object.fromEntries(
  Object.entries(lock.packages).filter(
    ([, { dev, optional, devOptional }]) => !(dev || optional || devOptional),
  ),
);
packages[''] = production(packages[''], packages);

const folder = mkdtempSync(path.join(os.tmpdir(), 'lianshu-sbom-'));
// npm takes the folder's name for the name of what it describes.
const described = path.join(folder, read('package.json').name);
mkdirSync(described);
const write = (name, content) => writeFileSync(path.join(described, name), JSON.stringify(content));
write('package.json', production(read('package.json'), packages));
write('package-lock.json', { ...lock, packages });
const { status } = spawnSync(
  'npm',
  ['sbom', '--package-lock-only', '--sbom-format', 'cyclonedx', '--sbom-type', 'application'],
  {
    cwd: described,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  },
);
rmSync(folder, { recursive: true, force: true });
process.exit(status ?? 1);
