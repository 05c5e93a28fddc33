import { Command, type ErrorOptions, type Help, type Option } from 'commander';
import { isCliTextKey } from '../messages/index.js';
import { displayWidth } from './terminal-text.js';
import type { Voice } from './voice.js';

/** Commander's exit code for a wrong command line, whatever is wrong with it. */
export const usageExitCode = 2;

/** A command whose help and complaints speak the voice's language; so do its subcommands. */
export class LocalizedCommand extends Command {
  constructor(
    private readonly voice: Voice,
    name?: string,
  ) {
    super(name);
    this.configureHelp(helpIn(voice));
  }

  override createCommand(name?: string): Command {
    return new LocalizedCommand(this.voice, name);
  }

  override error(message: string, options: ErrorOptions = {}): never {
    const seeHelp = this.voice.say('usage.see-help', { command: pathOf(this) });
    const sentence = complaint(message, options.code, this.voice);
    return super.error(`${sentence}\n${seeHelp}`, { ...options, exitCode: usageExitCode });
  }
}

function pathOf(command: Command): string {
  return command.parent === null ? command.name() : `${pathOf(command.parent)} ${command.name()}`;
}

/** Commander's complaint in our words; it quotes what is at fault. One of our own, without a code of commander's, stays as it is. */
function complaint(message: string, code: string | undefined, voice: Voice): string {
  if (code === undefined || !isCliTextKey(code)) return message;
  const first = /'([^']*)'/.exec(message)?.[1] ?? '';
  const reason = /is invalid\. (.*)$/s.exec(message)?.[1] ?? '';
  const suggestion = /\(Did you mean (?:one of )?([^?]+)\?\)/.exec(message)?.[1];
  const sentence = voice.say(code, { first, reason: allowed(reason, voice) });
  return suggestion === undefined
    ? sentence
    : voice.paragraph(sentence, voice.say('usage.did-you-mean', { name: suggestion }));
}

/** Commander words the refusal of a choice itself. */
function allowed(reason: string, voice: Voice): string {
  const values = /^Allowed choices are (.*)\.$/.exec(reason)?.[1];
  return values === undefined ? reason : voice.say('usage.allowed', { values });
}

function helpIn(voice: Voice): Partial<Help> {
  return {
    displayWidth,
    styleTitle: (title) => (isCliTextKey(title) ? voice.say(title) : title),
    styleUsage: (usage) => placeholders(usage, voice),
    styleSubcommandTerm: (term) => placeholders(term, voice),
    optionDescription: (option) => describe(option, voice),
  };
}

function placeholders(text: string, voice: Voice): string {
  return text
    .replaceAll('[options]', voice.say('usage.options'))
    .replaceAll('[command]', voice.say('usage.command'));
}

function describe({ description, argChoices, defaultValue, required }: Option, voice: Voice): string {
  const choices =
    argChoices === undefined ? '' : voice.say('usage.choices', { values: argChoices.join(', ') });
  // A Date stands for «now», which the description says.
  const hasDefault = required && (typeof defaultValue === 'string' || typeof defaultValue === 'number');
  const value = hasDefault ? voice.say('usage.default', { value: String(defaultValue) }) : '';
  return `${description}${choices}${value}`;
}

/** The command that holds others, such as `record` in `lianshu record open`; made once, whoever asks first. */
export function commandGroup(program: Command, name: string, description: string): Command {
  return (
    program.commands.find((command) => command.name() === name) ??
    program.command(name).description(description)
  );
}
