import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Which program this is. */
export interface Build {
  /** As `package.json` has it. */
  readonly version: string;
  /** The commit that was built, twelve digits, with `-dirty` where files differed from it. Undefined where it isn't known. */
  readonly commit: string | undefined;
}

/** Reads what the build wrote (`dist/build.json`), and the version from `package.json`. */
export function readBuild(): Build {
  const { version } = readObject(path.join(folderAbove('package.json'), 'package.json'));
  const file = path.join(import.meta.dirname, '../../build.json');
  const { commit } = existsSync(file) ? readObject(file) : {};
  return { version: String(version), commit: typeof commit === 'string' ? commit : undefined };
}

/** Such as `0.1.0 (048a3b8c1d2e)`. */
export function describeBuild({ version, commit }: Build): string {
  return commit === undefined ? version : `${version} (${commit})`;
}

/** The sources stand two folders below `package.json`, the built program three. */
function folderAbove(file: string): string {
  const above = ['../..', '../../..'].map((steps) => path.join(import.meta.dirname, steps));
  const folder = above.find((each) => existsSync(path.join(each, file)));
  if (folder === undefined) throw new Error(`${file} is not there`);
  return folder;
}

function readObject(file: string): Readonly<Record<string, unknown>> {
  return JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<string, unknown>>;
}
