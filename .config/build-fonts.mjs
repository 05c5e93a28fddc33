/**
 * Puts the fonts of the reports beside the program, in dist/fonts: Noto Sans TC, which is a development package of 70 MB, in the files that a report
 * may need, with its licence. Two files have the usual characters, regular and bold; the numbered ones have the rest, and `ranges.json` says which.
 */
import { createRequire } from 'node:module';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './prepare.mjs';

const source = path.join(root, 'node_modules/@fontsource/noto-sans-tc');
const target = path.join(root, 'dist/fonts');

/** The files' own form is WOFF 1, whose tables zlib expands: pdfkit can't make a subset of WOFF 2. */
const usual = ['400', '700'].map((weight) => `noto-sans-tc-chinese-traditional-${weight}-normal.woff`);
const numbered = /^noto-sans-tc-(\d+)-400-normal\.woff$/;

mkdirSync(target, { recursive: true });
const files = readdirSync(path.join(source, 'files')).filter((name) => numbered.test(name));
for (const name of [...usual, ...files])
  copyFileSync(path.join(source, 'files', name), path.join(target, name));
copyFileSync(path.join(source, 'LICENSE'), path.join(target, 'OFL.txt'));

const ranges = JSON.parse(readFileSync(path.join(source, 'unicode.json'), 'utf8'));
const byFile = files.map((name) => {
  const [, number] = numbered.exec(name);
  const characters = ranges[`[${number}]`].split(',').map((range) => {
    const [first, last = first] = range.replace('U+', '').split('-');
    return [parseInt(first, 16), parseInt(last, 16)];
  });
  return { name, characters };
});

// Nobody says which characters the usual files have: the library that pdfkit reads fonts with does.
const { openSync } = createRequire(import.meta.resolve('pdfkit'))('fontkit');
const { characterSet } = openSync(path.join(source, 'files', usual[0]));
const characters = [];
for (const point of [...characterSet].sort((one, other) => one - other)) {
  const last = characters.at(-1);
  if (last?.[1] === point - 1) last[1] = point;
  else characters.push([point, point]);
}
writeFileSync(
  path.join(target, 'ranges.json'),
  JSON.stringify({ usual: { names: usual, characters }, numbered: byFile }),
);
