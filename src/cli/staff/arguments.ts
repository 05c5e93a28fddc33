import type { Command } from 'commander';
import type { Voice } from '../voice.js';

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The member's UUID, in lower case as the audit log spells it; any other text is wrong usage, before a database is asked. */
export function memberIdOf(text: string, command: Command, voice: Voice): string {
  if (!uuid.test(text)) command.error(voice.say('usage.member'));
  return text.toLowerCase();
}

/** The parts of a list with commas; which of them are roles is for the staff room to say. */
export function listedRoles(text: string): readonly string[] {
  return text.split(',').map((role) => role.trim());
}
