/**
 * `bundle.mjs ENTRY`: prints a bundle of a file (from the root) and all that it imports, made as the pages are built; it puts what the file
 * exports into `bundled`. A process of its own, since Vite's builder takes no objects of a test's realm.
 */
import { build } from 'vite';
import { root } from './prepare.mjs';
import { nodeStaysOut } from './vite.config.js';

const built = await build({
  configFile: false,
  root,
  logLevel: 'error',
  plugins: [nodeStaysOut],
  build: {
    write: false,
    minify: false,
    target: 'es2022',
    lib: { entry: process.argv[2], formats: ['iife'], name: 'bundled' },
  },
});
const [first] = Array.isArray(built) ? built : [];
const [chunk] = first?.output ?? [];
if (chunk?.type !== 'chunk') throw new Error('no bundle was built');
process.stdout.write(chunk.code);
