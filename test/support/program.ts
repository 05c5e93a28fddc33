/**
 * How node starts a file of `test/support` as a process of its own: as the projects with a database have built it before they began or,
 * outside of jest, from its source, which takes twice as long.
 */
export function programOf(name: string): { readonly flags: readonly string[]; readonly file: string } {
  return process.env.JEST_WORKER_ID === undefined
    ? {
        flags: ['--no-warnings', '--import', './.config/typescript.mjs'],
        file: `test/support/${name}.ts`,
      }
    : { flags: ['--no-warnings'], file: `dist/test/support/${name}.js` };
}
