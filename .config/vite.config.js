import path from 'node:path';

/**
 * How the pages are built: for the browser into dist/web/client, with names by content, and for the server, which writes the first
 * HTML of a page, into dist/web/server. `core/` runs in the browser as it is: what reaches a module of Node ends the build.
 */
const root = path.resolve(import.meta.dirname, '..');

/** Ends a build where something of ours, or of a library, imports a module of Node. */
export const nodeStaysOut = {
  name: 'node-stays-out',
  enforce: 'pre',
  resolveId(source, importer) {
    if (!/^node:/.test(source)) return null;
    throw new Error(`${source} is not in a browser; imported by ${importer ?? 'nobody'}`);
  },
};

export default ({ isSsrBuild }) => ({
  root: path.join(root, 'src/web'),
  configFile: false,
  logLevel: 'warn',
  plugins: isSsrBuild ? [] : [nodeStaysOut],
  publicDir: false,
  build: {
    target: 'es2022',
    outDir: path.join(root, isSsrBuild ? 'dist/web/server' : 'dist/web/client'),
    emptyOutDir: true,
    sourcemap: !isSsrBuild,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    manifest: isSsrBuild ? false : 'manifest.json',
    rollupOptions: { input: path.join(root, 'src/web', isSsrBuild ? 'server.tsx' : 'client.tsx') },
    ...(isSsrBuild ? { ssr: true } : {}),
  },
  ssr: { noExternal: true },
});
