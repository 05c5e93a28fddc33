/**
 * `bundle.ts ENTRY`: prints a bundle of a file (from the root) and all that it imports, made as the pages are built; it puts what the file
 * exports into `bundled`. A process of its own, since Vite's builder takes no objects of a test's realm.
 */

import { join } from 'node:path';
import { build } from 'vite';

/** Ends the build where something of ours, or of a library, imports a module of Node. */
const nodeStaysOut = {
  name: 'node-stays-out',
  enforce: 'pre' as const,
  resolveId(source: string, importer: string | undefined): null {
    if (/^node:/.test(source)) throw new Error(`${source}, imported by ${importer ?? 'nobody'}`);
    return null;
  },
};

const built = await build({
  configFile: false,
  root: join(import.meta.dirname, '../../..'),
  logLevel: 'error',
  plugins: [nodeStaysOut],
  build: {
    write: false,
    minify: false,
    target: 'es2022',
    lib: { entry: process.argv[2] ?? '', formats: ['iife'], name: 'bundled' },
  },
});
const [first] = Array.isArray(built) ? built : [];
const [chunk] = first?.output ?? [];
if (chunk?.type !== 'chunk') throw new Error('no bundle was built');
process.stdout.write(chunk.code);
