import type { OpenAPIObject } from '@nestjs/swagger';
import type { Endpoint } from '../http/endpoints.js';

interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly format?: string;
  readonly maxLength?: number;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly allOf?: readonly Schema[];
}

/** A field of a request's body. */
export interface Field {
  /** Names from the body down; `0` for the first of a list. */
  readonly path: readonly string[];
  readonly type: string | undefined;
  readonly format: string | undefined;
  readonly maxLength: number | undefined;
}

/** Every field of an endpoint's body that is not an object or a list itself, as the document describes it. */
export function fieldsOf(document: OpenAPIObject, { operation }: Endpoint): readonly Field[] {
  const body = operation.requestBody as { content?: Record<string, { schema?: Schema }> } | undefined;
  const schema = body?.content?.['application/json'].schema;
  return schema === undefined ? [] : leaves(document, schema, []);
}

function leaves(document: OpenAPIObject, schema: Schema, path: readonly string[]): Field[] {
  if (schema.$ref !== undefined) return leaves(document, resolved(document, schema.$ref), path);
  if (schema.allOf !== undefined) return schema.allOf.flatMap((each) => leaves(document, each, path));
  if (schema.items !== undefined) return leaves(document, schema.items, [...path, '0']);
  if (schema.properties !== undefined)
    return Object.entries(schema.properties).flatMap(([name, each]) =>
      leaves(document, each, [...path, name]),
    );
  return [{ path, type: schema.type, format: schema.format, maxLength: schema.maxLength }];
}

function resolved(document: OpenAPIObject, reference: string): Schema {
  const name = reference.slice(reference.lastIndexOf('/') + 1);
  return (document.components?.schemas?.[name] ?? {}) as Schema;
}

/** What stands in a body at a path, or undefined. */
export function valueAt(body: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (value, name) => (typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined),
    body,
  );
}

/** A copy of the body with something else at a path that is there. */
export function withValueAt(body: object, path: readonly string[], value: unknown): object {
  const copy = structuredClone(body);
  const holder = valueAt(copy, path.slice(0, -1)) as object;
  Reflect.set(holder, path.at(-1) ?? '', value);
  return copy;
}
