import type { Command } from 'commander';

/** The command that holds others, such as `record` in `lianshu record open`; made once, whoever asks first. */
export function commandGroup(program: Command, name: string, description: string): Command {
  return (
    program.commands.find((command) => command.name() === name) ??
    program.command(name).description(description)
  );
}
