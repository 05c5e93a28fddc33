import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

interface LockedPackage {
  readonly name?: string;
  readonly version?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly devOptional?: boolean;
}

/** What a CycloneDX document lists: `name@version`, each once, in order. */
export function listedPackages(document: string): readonly string[] {
  const { components } = JSON.parse(document) as {
    components: readonly { group?: string; name: string; version: string }[];
  };
  return inOrder(
    components.map(
      ({ group, name, version }) => `${group === undefined ? '' : `${group}/`}${name}@${version}`,
    ),
  );
}

/** What production installs, as a lock file says. */
export function lockedPackages(lockFile: string): readonly string[] {
  const { packages } = JSON.parse(lockFile) as { packages: Readonly<Record<string, LockedPackage>> };
  const production = Object.entries(packages).filter(
    ([place, { dev, optional, devOptional }]) =>
      place !== '' && dev !== true && optional !== true && devOptional !== true,
  );
  return inOrder(
    production.map(
      ([place, { name, version }]) => `${name ?? place.split('node_modules/').at(-1)}@${version}`,
    ),
  );
}

/** What lies in a folder's `node_modules`, at any depth. */
export function installedPackages(folder: string): readonly string[] {
  return inOrder(packagesIn(path.join(folder, 'node_modules')));
}

function packagesIn(modules: string): readonly string[] {
  return namesIn(modules).flatMap((name) => {
    const place = path.join(modules, name);
    const { version } = JSON.parse(readFileSync(path.join(place, 'package.json'), 'utf8')) as {
      version: string;
    };
    return [`${name}@${version}`, ...packagesIn(path.join(place, 'node_modules'))];
  });
}

/** The names in a `node_modules`, those with a scope too. */
function namesIn(modules: string): readonly string[] {
  if (!existsSync(modules)) return [];
  const names = readdirSync(modules, { withFileTypes: true, encoding: 'utf8' })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map(({ name }) => name);
  return names.flatMap((name) =>
    name.startsWith('@') ? readdirSync(path.join(modules, name)).map((each) => `${name}/${each}`) : [name],
  );
}

const inOrder = (names: readonly string[]): readonly string[] => [...new Set(names)].toSorted();
