import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { CORE_SCHEMA, loadAll, mergeTag } from 'js-yaml';
import { repository } from './dockerfile.js';

/** What a YAML or JSON document holds. */
export type Node = string | number | boolean | null | readonly Node[] | { readonly [name: string]: Node };

/** A file of `deploy/`. */
export interface DeployFile {
  readonly name: string;
  readonly text: string;
}

/** Every file of `deploy/` with one of these endings. */
export function deployFiles(...endings: readonly string[]): readonly DeployFile[] {
  return readdirSync(path.join(repository, 'deploy'), { recursive: true, encoding: 'utf8' })
    .filter((name) => endings.some((ending) => name.endsWith(ending)))
    .toSorted()
    .map((name) => ({ name, text: readFileSync(path.join(repository, 'deploy', name), 'utf8') }));
}

/** The documents of a YAML file. Merge keys are resolved, as Docker does. */
export function documentsOf({ text }: DeployFile): readonly Node[] {
  return loadAll(text, { schema: CORE_SCHEMA.withTags(mergeTag) }) as readonly Node[];
}

/** Every value of a member of this name, at any depth. */
export function valuesOf(node: Node, name: string): readonly Node[] {
  if (Array.isArray(node)) return node.flatMap((each: Node) => valuesOf(each, name));
  if (node === null || typeof node !== 'object') return [];
  return Object.entries(node).flatMap(([key, value]: [string, Node]) => [
    ...(key === name ? [value] : []),
    ...valuesOf(value, name),
  ]);
}
