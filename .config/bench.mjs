/**
 * `npm run bench -- NAME [arguments]`: runs test/bench/NAME.ts. `intake` and `hostile` print lines for people unless they are given `--json`.
 * `npm run drill -- NAME [arguments]`: the same with test/drill/NAME.ts, an exercise that takes too long for `npm test`.
 */
import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const given = process.argv.slice(2);
const kind = given[0] === '--drill' ? 'drill' : 'bench';
const [name, ...rest] = kind === 'drill' ? given.slice(1) : given;
const names = readdirSync(`${root}/test/${kind}`)
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.slice(0, -'.ts'.length));

if (!names.includes(name)) {
  console.error(`usage: npm run ${kind} -- ${names.join('|')}`);
  process.exit(2);
}

const options = ['--expose-gc', '--import', './.config/typescript.mjs', `test/${kind}/${name}.ts`];
const child = spawn(process.execPath, [...options, ...rest], { cwd: root, stdio: 'inherit' });
child.on('exit', (code) => process.exit(code ?? 1));
