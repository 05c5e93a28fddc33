/** `node --import ./.config/typescript.mjs file.ts`: runs the sources as they stand, types stripped by swc. */
import { register } from 'node:module';

register('./typescript-hooks.mjs', import.meta.url);
