import { Command, type ErrorOptions, type Help, type Option } from 'commander';
import { isCliTextKey } from '../messages/index.js';
import { displayWidth } from './terminal-text.js';
import type { Translator } from './translator.js';

/** Commander's exit code for a wrong command line, whatever is wrong with it. */
export const usageExitCode = 2;

/** A command whose help and complaints speak the translator's language; so do its subcommands. */
export class LocalizedCommand extends Command {
  constructor(
    private readonly translator: Translator,
    name?: string,
  ) {
    super(name);
    this.configureHelp(helpIn(translator));
  }

  override createCommand(name?: string): Command {
    return new LocalizedCommand(this.translator, name);
  }

  override error(message: string, options: ErrorOptions = {}): never {
    const seeHelp = this.translator.text('usage.see-help', { command: pathOf(this) });
    const sentence = translatedError(message, options.code, this.translator);
    return super.error(`${sentence}\n${seeHelp}`, { ...options, exitCode: usageExitCode });
  }
}

function pathOf(command: Command): string {
  return command.parent === null ? command.name() : `${pathOf(command.parent)} ${command.name()}`;
}

/** Commander's complaint in our words; it quotes what is at fault. One of our own, without a code of commander's, stays as it is. */
function translatedError(message: string, code: string | undefined, translator: Translator): string {
  if (code === undefined || !isCliTextKey(code)) return message;
  const first = /'([^']*)'/.exec(message)?.[1] ?? '';
  const reason = /is invalid\. (.*)$/s.exec(message)?.[1] ?? '';
  const suggestion = /\(Did you mean (?:one of )?([^?]+)\?\)/.exec(message)?.[1];
  const sentence = translator.text(code, { first, reason: translatedReason(reason, translator) });
  return suggestion === undefined
    ? sentence
    : translator.paragraph(sentence, translator.text('usage.did-you-mean', { name: suggestion }));
}

/** Commander words the refusal of a choice itself. */
function translatedReason(reason: string, translator: Translator): string {
  const values = /^Allowed choices are (.*)\.$/.exec(reason)?.[1];
  return values === undefined ? reason : translator.text('usage.allowed', { values });
}

function helpIn(translator: Translator): Partial<Help> {
  return {
    displayWidth,
    styleTitle: (title) => (isCliTextKey(title) ? translator.text(title) : title),
    styleUsage: (usage) => placeholders(usage, translator),
    styleSubcommandTerm: (term) => placeholders(term, translator),
    optionDescription: (option) => describe(option, translator),
  };
}

function placeholders(text: string, translator: Translator): string {
  return text
    .replaceAll('[options]', translator.text('usage.options'))
    .replaceAll('[command]', translator.text('usage.command'));
}

function describe(
  { description, argChoices, defaultValue, required }: Option,
  translator: Translator,
): string {
  const choices =
    argChoices === undefined ? '' : translator.text('usage.choices', { values: argChoices.join(', ') });
  // A Date stands for «now», which the description says.
  const hasDefault = required && (typeof defaultValue === 'string' || typeof defaultValue === 'number');
  const value = hasDefault ? translator.text('usage.default', { value: String(defaultValue) }) : '';
  return `${description}${choices}${value}`;
}

/** The command that holds others, such as `record` in `lianshu record open`; made once, whoever asks first. */
export function commandGroup(program: Command, name: string, description: string): Command {
  return (
    program.commands.find((command) => command.name() === name) ??
    program.command(name).description(description)
  );
}
