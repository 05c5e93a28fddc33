import { readdirSync, readFileSync } from 'node:fs';

/** The value that this part of the others is not above: 0.5 is the median. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
}

/** To one decimal place. */
export const tenths = (value: number): number => Math.round(value * 10) / 10;

const ticksPerSecond = 100;

/**
 * The processor time, in microseconds, that every PostgreSQL process on this machine has used, those that have ended included. Linux alone
 * says it (proc_pid_stat(5)); 0 elsewhere.
 */
export function postgresMicroseconds(): number {
  let ticks = 0;
  for (const name of processes()) {
    const [, command = '', rest = ''] = /^\d+ \((.*)\) (.*)$/s.exec(statOf(name)) ?? [];
    if (!command.startsWith('postgres')) continue;
    const fields = rest.split(' ').map(Number);
    // utime, stime, and those of its children that have ended.
    ticks += [11, 12, 13, 14].reduce((sum, index) => sum + (fields[index] ?? 0), 0);
  }
  return (ticks * 1_000_000) / ticksPerSecond;
}

function processes(): readonly string[] {
  try {
    return readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  } catch {
    return [];
  }
}

function statOf(process: string): string {
  try {
    return readFileSync(`/proc/${process}/stat`, 'utf8');
  } catch {
    return '';
  }
}

export const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
