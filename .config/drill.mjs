/** `npm run drill -- NAME`: runs test/drill/NAME.ts, a long run of a bad day. Prints one JSON object; ends with 1 where something did not hold. */
import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const names = readdirSync(`${root}/test/drill`)
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.slice(0, -'.ts'.length));
const [name, ...rest] = process.argv.slice(2);

if (!names.includes(name)) {
  console.error(`usage: npm run drill -- ${names.join('|')}`);
  process.exit(2);
}

const options = ['--import', './.config/typescript.mjs', `test/drill/${name}.ts`];
const child = spawn(process.execPath, [...options, ...rest], { cwd: root, stdio: 'inherit' });
child.on('exit', (code) => process.exit(code ?? 1));
