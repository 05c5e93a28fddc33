import { open } from 'node:fs/promises';
import path from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { type Configuration, CONFIGURATION } from '../../configuration/configuration.js';
import { CLOCK, type Clock } from '../../core/clock.js';
import { errorCode } from '../../core/error-code.js';
import { type JsonReader, parseJson } from '../../core/json.js';
import { LOG, type Log } from '../../core/log.js';
import { fail, ok, type Result } from '../../core/result.js';
import type { PlannedPauseView } from './status.dto.js';

/** The operator's file in `LIANSHU_HOME`. */
const fileName = 'planned-pauses.json';

const maximumOctets = 16_384;
const maximumPauses = 20;
const rereadMilliseconds = 60_000;

/** The pauses that the operator announced in `planned-pauses.json`. The file is read again at most once a minute. */
@Injectable()
export class PlannedPauses {
  private read: { readonly at: number; readonly pauses: Promise<readonly PlannedPauseView[]> } | undefined;
  private told: string | undefined;

  constructor(
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOG) private readonly log: Log,
  ) {}

  /** Those under way or to come, the next first. None where there is no file, or a wrong one: that is logged, once. */
  async toCome(): Promise<readonly PlannedPauseView[]> {
    const now = this.clock.now().getTime();
    if (this.read === undefined || now - this.read.at >= rereadMilliseconds)
      this.read = { at: now, pauses: this.pausesInFile() };
    return (await this.read.pauses).filter(({ to }) => Date.parse(to) > now);
  }

  private async pausesInFile(): Promise<readonly PlannedPauseView[]> {
    try {
      return this.take(parsePlannedPauses(await startOf(path.join(this.configuration.home, fileName))));
    } catch (error) {
      const code = errorCode(error);
      return this.take(code === 'ENOENT' ? ok([]) : fail(String(code)));
    }
  }

  private take(pauses: Result<readonly PlannedPauseView[]>): readonly PlannedPauseView[] {
    const problem = pauses.ok ? undefined : JSON.stringify(pauses.failure);
    if (problem !== undefined && problem !== this.told)
      this.log.warn({ file: fileName, problem }, 'the planned pauses can not be shown');
    this.told = problem;
    return pauses.ok ? pauses.value : [];
  }
}

/** The file's content, or one octet more than there may be. */
async function startOf(file: string): Promise<Uint8Array> {
  const handle = await open(file);
  try {
    const buffer = new Uint8Array(maximumOctets + 1);
    const { bytesRead } = await handle.read(buffer, 0, buffer.length, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

/**
 * Reads a list of `{ from, to, reasonZhTW, reasonEn }`: times of Taipei such as `2026-03-07T22:00+08:00`, reasons of 1 to 200 characters on one
 * line. Failure: `json-malformed` with the place at fault.
 */
export function parsePlannedPauses(
  octets: Uint8Array,
): Result<readonly PlannedPauseView[], 'json-malformed'> {
  const pauses = parseJson(octets, { size: maximumOctets, depth: 3 }, (json) => json.items(pauseIn));
  if (!pauses.ok) return pauses;
  return pauses.value.length > maximumPauses
    ? fail('json-malformed', { where: `[${maximumPauses}]` })
    : ok(pauses.value.toSorted((a, b) => Date.parse(a.from) - Date.parse(b.from)));
}

function pauseIn(json: JsonReader): PlannedPauseView {
  json.only('from', 'to', 'reasonZhTW', 'reasonEn');
  const from = json.member('from').parsed(taipeiTime);
  const reason = (name: string): string => json.member(name).text(/^(?!\s*$)[^\p{Cc}\u2028\u2029]{1,200}$/u);
  return {
    from,
    to: json.member('to').parsed((text) => taipeiTime(text, from)),
    reasonZhTW: reason('reasonZhTW'),
    reasonEn: reason('reasonEn'),
  };
}

const taipeiOffset = 8 * 3_600_000;

/** A time of Taipei to the minute that there is, later than `after` if given. */
function taipeiTime(text: string, after?: string): Result<string, 'not-a-time'> {
  const at = /^\d{4}-\d\d-\d\dT\d\d:\d\d\+08:00$/.test(text) ? Date.parse(text) : NaN;
  const isReal = !Number.isNaN(at) && new Date(at + taipeiOffset).toISOString().startsWith(text.slice(0, 16));
  const isLater = after === undefined || at > Date.parse(after);
  return isReal && isLater ? ok(text) : fail('not-a-time');
}
