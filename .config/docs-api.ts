/**
 * `npm run docs:api`: writes docs/api/openapi.json, the OpenAPI document of the application, and src/web/api/schema.ts, the types that a
 * client takes from it (openapi-typescript). With `--check` it writes nothing, and fails when either is not what it would write.
 * Nothing is started: Nest reads the controllers alone (`preview`), so that neither a database nor keys are needed.
 */
import 'reflect-metadata';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import openapiTypescript, { astToString, type OpenAPI3 } from 'openapi-typescript';
import { format } from 'prettier';
import { AppModule, type AppModuleOptions } from '../src/app.module.js';
import { noRateLimits } from '../src/http/limits/rate-limits.js';
import { openApiDocument } from '../src/http/openapi/document.js';
import { configureServer, createAdapter } from '../src/http/server.js';

const root = join(import.meta.dirname, '..');

/** The document, by Nest's preview: no provider is made, so nothing of these options is ever read. */
async function documentOfApplication(): Promise<OpenAPI3> {
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.register({ configuration: {} } as AppModuleOptions),
    createAdapter(),
    { preview: true, logger: false, abortOnError: false },
  );
  await configureServer(app, noRateLimits);
  return JSON.parse(JSON.stringify(openApiDocument(app))) as OpenAPI3;
}

const written = '// Written by `npm run docs:api` from docs/api/openapi.json: not to be edited.\n\n';

async function typesOf(document: OpenAPI3): Promise<string> {
  const types = astToString(await openapiTypescript(document, { alphabetize: false }));
  const options = JSON.parse(readFileSync(join(root, '.config/prettier.json'), 'utf8')) as object;
  return format(`${written}${types}`, { ...options, parser: 'typescript' });
}

const document = await documentOfApplication();
const wanted: readonly (readonly [path: string, content: string])[] = [
  ['docs/api/openapi.json', `${JSON.stringify(document, undefined, 2)}\n`],
  ['src/web/api/schema.ts', await typesOf(document)],
];
const read = (path: string) => (existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : '');
const stale = wanted.filter(([path, content]) => read(path) !== content);

for (const [path, content] of stale) {
  if (process.argv.includes('--check')) {
    console.error(`${path} is not current: npm run docs:api`);
    process.exitCode = 1;
  } else {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
    console.error(`${path} written`);
  }
}
