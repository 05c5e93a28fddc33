import { stringify } from 'csv-stringify/browser/esm/sync';
import { canonicalJson, type JsonValue } from '../../core/canonical-json.js';
import type { Answer } from '../api/answer';
import type { DeskApi } from './desk-api';
import type { ListPage } from './use-pages';

/** An event of the audit log, as it is exported. */
export interface AuditEvent {
  readonly seq: number;
  readonly at: string;
  readonly actor: string;
  readonly action: string;
  readonly case: string | null;
  readonly details: Readonly<Record<string, JsonValue>>;
  readonly previous: string;
  readonly hash: string;
}

/** Which events are wanted; an empty text wants any. Days are Taipei's, both included. */
export interface AuditFilter {
  readonly action: string;
  readonly actor: string;
  readonly case: string;
  readonly from: string;
  readonly until: string;
}

export const everything: AuditFilter = { action: '', actor: '', case: '', from: '', until: '' };

const dayLength = 24 * 60 * 60 * 1000;
const startOf = (day: string): number => Date.parse(`${day}T00:00:00+08:00`);

function queryOf({ from, until, ...texts }: AuditFilter): Record<string, string> {
  const given = Object.entries(texts).filter(([, text]) => text.trim() !== '');
  return {
    ...Object.fromEntries(given.map(([name, text]) => [name, text.trim()])),
    ...(from === '' ? {} : { from: new Date(startOf(from)).toISOString() }),
    ...(until === '' ? {} : { until: new Date(startOf(until) + dayLength).toISOString() }),
  };
}

/** A page of these events, the latest first. */
export async function auditPage(
  api: DeskApi,
  filter: AuditFilter,
  place: string | undefined,
  limit: number,
): Promise<Answer<ListPage<AuditEvent>>> {
  const query = {
    ...queryOf(filter),
    first: 'latest' as const,
    limit,
    ...(place === undefined ? {} : { after: Number(place) }),
  };
  const answer = await api.ask((client) => client.GET('/api/v1/staff/audit', { params: { query } }));
  if (answer.kind !== 'answered') return answer;
  // The document says of an event only that it is an object; its form is that of `docs/staff-and-audit.md`.
  const rows = answer.data.events as unknown as readonly AuditEvent[];
  const last = rows.length === limit ? rows.at(-1) : undefined;
  const isMore = last !== undefined && last.seq > 1;
  return { kind: 'answered', data: isMore ? { rows, next: String(last.seq) } : { rows } };
}

const columns = ['seq', 'at', 'actor', 'action', 'case', 'details', 'previous', 'hash'] as const;
const perRequest = 1000;
const lines = { record_delimiter: '\r\n' };

/**
 * These events as CSV (RFC 4180, UTF-8 with a mark, which spreadsheets need), the latest first; details are canonical JSON. A cell that a
 * spreadsheet would run as a formula is quoted with an apostrophe.
 */
export async function auditCsv(api: DeskApi, filter: AuditFilter): Promise<Answer<readonly string[]>> {
  const pieces: string[] = [`\uFEFF${stringify([columns], lines)}`];
  let place: string | undefined;
  do {
    const page = await auditPage(api, filter, place, perRequest);
    if (page.kind !== 'answered') return page;
    pieces.push(csvOf(page.data.rows));
    place = page.data.next;
  } while (place !== undefined);
  return { kind: 'answered', data: pieces };
}

function csvOf(events: readonly AuditEvent[]): string {
  const rows = events.map((event) => ({ ...event, details: canonicalJson(event.details) }));
  return stringify(rows, { ...lines, columns: [...columns], escape_formulas: true });
}
