/** `npm run bench -- NAME [arguments]`: runs test/bench/NAME.ts. `intake` and `hostile` print lines for people unless they are given `--json`. */
import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const names = readdirSync(`${root}/test/bench`)
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.slice(0, -'.ts'.length));
const [name, ...rest] = process.argv.slice(2);

if (!names.includes(name)) {
  console.error(`usage: npm run bench -- ${names.join('|')}`);
  process.exit(2);
}

const options = ['--expose-gc', '--import', './.config/typescript.mjs', `test/bench/${name}.ts`];
const child = spawn(process.execPath, [...options, ...rest], { cwd: root, stdio: 'inherit' });
child.on('exit', (code) => process.exit(code ?? 1));
