import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Type } from '@nestjs/common';

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
