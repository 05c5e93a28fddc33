import { Command, type ErrorOptions, type Help, type Option } from 'commander';
import { isCliTextKey } from '../messages/index.js';
import { displayWidth } from './terminal-text.js';
import type { Translator } from './translator.js';

/** The exit code for every wrong command line. */
export const usageExitCode = 2;

/** A command with help and error messages in the translator's language. Its subcommands have the same language. */
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

/** Commander's error message in our language. A message of our own has no code of commander's and stays as it is. */
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

/** Translates commander's own sentence about the allowed choices. Every other reason is ours already. */
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
  // A default Date means «now», which the description already says.
  const hasDefault = required && (typeof defaultValue === 'string' || typeof defaultValue === 'number');
  const value = hasDefault ? translator.text('usage.default', { value: String(defaultValue) }) : '';
  return `${description}${choices}${value}`;
}

/** The command with subcommands, such as `record` in `lianshu record open`. The first call makes it. */
export function commandGroup(program: Command, name: string, description: string): Command {
  return (
    program.commands.find((command) => command.name() === name) ??
    program.command(name).description(description)
  );
}
