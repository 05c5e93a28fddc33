import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Type } from '@nestjs/common';
import type { OpenAPIObject } from '@nestjs/swagger';
import { defaultBodyLimit } from '../../../src/http/server/adapter.js';

/** An operation of the OpenAPI document, with an address to call it at. */
export interface Endpoint {
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** As documented, such as `/api/v1/staff/requests/{id}`. */
  readonly pattern: string;
  /** With something fitting in place of each parameter. */
  readonly path: string;
  /** Whose session it wants. */
  readonly session: 'lead' | 'staff' | undefined;
  /** Whether it takes a body of JSON. */
  readonly takesBody: boolean;
  /** Of the bodies that it takes. */
  readonly mediaType: string;
  readonly maximumBytes: number;
  readonly operation: NonNullable<OpenAPIObject['paths'][string]['get']>;
}

const methods = ['get', 'post', 'put', 'patch', 'delete'] as const;

const fitting: Readonly<Record<string, string>> = {
  caseNumber: '9001',
  file: 'manifest.json',
  entry: 'first',
  report: 'batch.pdf',
  id: '01890000-0000-7000-8000-000000000000',
  commitment: '00'.repeat(32),
};

/** Every operation of the document. */
export function endpointsOf(document: OpenAPIObject): readonly Endpoint[] {
  return Object.entries(document.paths).flatMap(([pattern, item]) =>
    methods.flatMap((method) => {
      const operation = item[method];
      return operation === undefined ? [] : [endpoint(method, pattern, operation)];
    }),
  );
}

function endpoint(method: Endpoint['method'], pattern: string, operation: Endpoint['operation']): Endpoint {
  const names = pattern.includes('/reports/') ? { ...fitting, file: 'batch.pdf' } : fitting;
  const path = pattern.replace(/\{(\w+)\}/g, (_all, name: string) => names[name] ?? '1');
  const schemes = (operation.security ?? []).flatMap((each) => Object.keys(each));
  const maximum: unknown = Reflect.get(operation, 'x-maximum-body-bytes');
  const body = operation.requestBody as { content?: object } | undefined;
  const mediaTypes = Object.keys(body?.content ?? {});
  return {
    method,
    pattern,
    path,
    session: schemes.includes('lead') ? 'lead' : schemes.includes('staff') ? 'staff' : undefined,
    takesBody: mediaTypes.includes('application/json'),
    mediaType: mediaTypes.at(0) ?? 'application/json',
    maximumBytes: typeof maximum === 'number' ? maximum : defaultBodyLimit,
    operation,
  };
}

const sources = join(import.meta.dirname, '../../../src/http');

/** Every controller there is, found by its file's name, so that a new one is tested without being listed. */
export async function everyController(): Promise<Type[]> {
  const files = readdirSync(sources, { recursive: true, encoding: 'utf8' });
  const controllers: Type[] = [];
  for (const file of files.filter((name) => name.endsWith('.controller.ts')).sort()) {
    const exported = (await import(join(sources, file))) as Record<string, unknown>;
    controllers.push(...Object.values(exported).filter(isController));
  }
  return controllers;
}

function isController(value: unknown): value is Type {
  return (
    typeof value === 'function' && Reflect.hasMetadata('path', value) && value.name.endsWith('Controller')
  );
}

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
  const schema = body?.content?.['application/json']?.schema;
  return schema === undefined ? [] : fieldsBelow(document, schema, []);
}

function fieldsBelow(document: OpenAPIObject, schema: Schema, path: readonly string[]): Field[] {
  if (schema.$ref !== undefined) return fieldsBelow(document, resolvedSchema(document, schema.$ref), path);
  if (schema.allOf !== undefined) return schema.allOf.flatMap((each) => fieldsBelow(document, each, path));
  if (schema.items !== undefined) return fieldsBelow(document, schema.items, [...path, '0']);
  if (schema.properties !== undefined)
    return Object.entries(schema.properties).flatMap(([name, each]) =>
      fieldsBelow(document, each, [...path, name]),
    );
  return [{ path, type: schema.type, format: schema.format, maxLength: schema.maxLength }];
}

function resolvedSchema(document: OpenAPIObject, reference: string): Schema {
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
