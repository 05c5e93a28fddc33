/** Builds the pages: for the browser, for the server, and a brotli file beside each asset, so that nothing is compressed twice. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { build } from 'vite';
import configurationOf from './vite.config.js';
import { root } from './prepare.mjs';

for (const isSsrBuild of [false, true]) await build(configurationOf({ isSsrBuild }));

const assets = path.join(root, 'dist/web/client/assets');
for (const name of readdirSync(assets)) {
  if (!/\.(js|css|svg)$/.test(name)) continue;
  const file = path.join(assets, name);
  const parameters = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
  writeFileSync(`${file}.br`, brotliCompressSync(readFileSync(file), { params: parameters }));
}
