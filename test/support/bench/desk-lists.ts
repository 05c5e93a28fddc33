import type { DataSource } from 'typeorm';
import type { ApiClient } from '../../../src/devkit/index.js';
import type { DeskMeasure } from './desk-measure.js';

/** How many rows each list has. */
export interface ListRows {
  readonly events: number;
  readonly requests: number;
  readonly cases: number;
  readonly differences: number;
  readonly remedies: number;
}

/** What stands in the middle of a list. */
interface Middle {
  readonly at: Date;
  readonly request: string;
}

/** How often each page is asked for. */
const times = 20;

const hour = 3_600_000;

type Page = readonly [what: string, of: keyof ListRows, path: string];

/** Times the first page of every list of the desk, one in the middle, and one of each filter. */
export async function timeLists(
  measure: DeskMeasure,
  owner: DataSource,
  rows: ListRows,
  by: ApiClient,
  caseNumber: string,
): Promise<void> {
  const middle = await middleOf(owner, rows);
  const pages = [
    ...auditPages(rows, middle),
    ...requestPages(middle),
    ...casePages(rows),
    ...roundPages(rows, caseNumber),
  ];
  for (const [what, of, path] of pages)
    await measure.time(what, rows[of], by, { path: `staff/${path}` }, times);
}

async function middleOf(owner: DataSource, { events, requests }: ListRows): Promise<Middle> {
  const [middle] = await owner.query<[Middle]>(
    `SELECT (SELECT at FROM audit_event WHERE seq = $1) AS at, (SELECT id FROM approval_request ORDER BY id OFFSET $2 LIMIT 1) AS request`,
    [Math.round(events / 2), Math.round(requests / 2)],
  );
  return middle;
}

const auditPages = ({ events }: ListRows, { at }: Middle): readonly Page[] =>
  [
    ['first page', ''],
    ['the latest', '&first=latest'],
    ['from the middle', `&after=${String(Math.round(events / 2))}`],
    ['of an action', '&action=check-paused'],
    ['of an action that there is not', '&action=case-refuse'],
    ['on a case, the latest', '&case=800007&first=latest'],
    ['on a case, of an action that it has not', '&case=800007&action=case-refuse'],
    ['by an actor, the latest', '&actor=system&first=latest'],
    ['of an hour', `&from=${at.toISOString()}&until=${new Date(at.getTime() + hour).toISOString()}`],
    ['since the middle', `&from=${at.toISOString()}`],
    ['until the middle, the latest', `&until=${at.toISOString()}&first=latest`],
  ].map(([what = '', query = '']): Page => [`audit log, ${what}`, 'events', `audit?limit=100${query}`]);

const requestPages = ({ request }: Middle): readonly Page[] => [
  ['requests, first page', 'requests', 'requests?limit=50'],
  ['requests, from the middle', 'requests', `requests?limit=50&before=${request}`],
  ['requests on a case', 'requests', 'requests?limit=50&case=800007'],
  ['requests that wait for me', 'requests', 'requests?limit=50&waiting=true'],
];

const casePages = ({ cases }: ListRows): readonly Page[] => [
  ['cases, first page', 'cases', 'cases?limit=100'],
  ['cases, from the middle', 'cases', `cases?limit=100&after=${String(100_000 + Math.round(cases / 2))}`],
  ['cases in their check', 'cases', 'cases?limit=100&inCheck=true'],
  ['cases, rehearsals', 'cases', 'cases?limit=100&rehearsals=true'],
  ['what is due', 'cases', 'due'],
];

const roundPages = ({ differences }: ListRows, caseNumber: string): readonly Page[] => {
  const paper = `cases/${caseNumber}/paper`;
  const remedies = `cases/${caseNumber}/remedies?limit=50`;
  return [
    ['paper rows, overview', 'differences', paper],
    ['paper rows that differ, first page', 'differences', `${paper}/differences?limit=100`],
    [
      'paper rows that differ, from the middle',
      'differences',
      `${paper}/differences?limit=100&after=${String(Math.round(differences / 50))}-1`,
    ],
    ['remedies, first page', 'remedies', remedies],
    ['remedies, from the middle', 'remedies', `${remedies}&after=80000000-0000-4000-8000-000000000000`],
    ['remedies that wait', 'remedies', `${remedies}&open=true`],
  ];
};
