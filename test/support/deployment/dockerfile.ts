import { readFileSync } from 'node:fs';
import path from 'node:path';

/** The top of the repository, which is what `docker build` is given. */
export const repository = path.resolve(import.meta.dirname, '../../..');

/** One instruction, its lines joined. */
export interface Instruction {
  /** Such as `RUN`. */
  readonly name: string;
  readonly argument: string;
}

/** A stage: from `FROM` to the next. */
export interface Stage {
  /** As `AS` names it, or its number from 0. */
  readonly name: string;
  /** What it begins with, with `ARG` filled in. */
  readonly base: string;
  readonly instructions: readonly Instruction[];
}

/** What a `COPY` says. */
export interface Copy {
  /** The stage it takes from; undefined for the build context. */
  readonly from: string | undefined;
  readonly sources: readonly string[];
  readonly target: string;
}

/** The stages of a Dockerfile, for the instructions that ours has: no heredoc, no `ONBUILD`, no flag but `COPY --from`. */
export function stagesOf(text: string): readonly Stage[] {
  const stages: (Stage & { readonly instructions: Instruction[] })[] = [];
  const defaults = new Map<string, string>();
  for (const instruction of instructionsOf(text)) {
    const { name, argument } = instruction;
    if (name === 'FROM') {
      const [base = '', as = String(stages.length)] = argument.split(/\s+AS\s+/i);
      stages.push({ name: as, base: filled(base, defaults), instructions: [] });
    } else if (stages.length === 0) {
      const [, variable = '', value = ''] = /^(\w+)=(.*)$/.exec(argument) ?? [];
      defaults.set(variable, value);
    } else {
      stages.at(-1)?.instructions.push(instruction);
    }
  }
  return stages;
}

/** What a `COPY` takes, and where it goes. */
export function copyOf({ argument }: Instruction): Copy {
  const [, from, rest = ''] = /^(?:--from=(\S+)\s+)?(.*)$/.exec(argument) ?? [];
  const words = rest.split(/\s+/);
  return { from, sources: words.slice(0, -1), target: words.at(-1) ?? '' };
}

/** The variables that `ENV` or `ARG` sets: `NAME=value …`, values without spaces, or in quotes. */
export function variablesOf({ argument }: Instruction): ReadonlyMap<string, string> {
  const pairs = [...argument.matchAll(/(\w+)=(?:"([^"]*)"|(\S*))/g)];
  return new Map(pairs.map(([, name = '', quoted, bare]) => [name, quoted ?? bare ?? '']));
}

/** The names at the top of the repository that `docker build` doesn't see. */
export function ignored(): readonly string[] {
  return readFileSync(path.join(repository, '.dockerignore'), 'utf8').split('\n').filter(Boolean);
}

/** What the image gives node before the program: its flags. */
export function nodeFlags(): readonly string[] {
  const entrypoint = ourStages()
    .at(-1)
    ?.instructions.find(({ name }) => name === 'ENTRYPOINT');
  return (JSON.parse(entrypoint?.argument ?? '[]') as string[]).filter((word) => word.startsWith('--'));
}

/** The repository's own. */
export function ourStages(): readonly Stage[] {
  return stagesOf(readFileSync(path.join(repository, 'Dockerfile'), 'utf8'));
}

function instructionsOf(text: string): readonly Instruction[] {
  const joined = text.replaceAll(/^\s*#.*\n/gm, '').replaceAll(/\\\n\s*/g, '');
  return joined
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [, name = '', argument = ''] = /^(\w+)\s+(.*)$/.exec(line) ?? [];
      return { name: name.toUpperCase(), argument };
    });
}

function filled(text: string, variables: ReadonlyMap<string, string>): string {
  return text.replaceAll(/\$\{(\w+)\}/g, (_all, name: string) => variables.get(name) ?? '');
}
