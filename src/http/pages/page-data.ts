import type { CaseService, ServiceSwitches } from '../../cases/index.js';
import type { PublicResults, PublishedResult } from '../../checking/index.js';
import { parseCaseNumber } from '../../core/case-number.js';
import type { CaseNumber } from '../../core/identifiers.js';
import { publicCaseList, type PublicCaseView, publicCaseView } from '../cases/public-case.dto.js';
import { type ResultView, resultView } from '../checking/result.dto.js';
import type { ServiceStatus } from '../platform/service-status.js';
import type { PageData } from './page-writer.js';

/** The data of a page by the parameters of its address; undefined where there is nothing at it. */
export type DataOfPage = (params: Readonly<Record<string, string>>) => Promise<PageData | undefined>;

/** Cases in the HTML of the list; the others are asked for. */
const casesAtOnce = 50;

/** The pages by the pattern of their addresses, each with the answers of the API that it shows at once. */
export function dataOfPages(
  cases: () => CaseService,
  status: () => ServiceStatus,
  results: () => PublicResults,
  switches: () => ServiceSwitches,
): ReadonlyMap<string, DataOfPage> {
  const nothing: DataOfPage = () => Promise.resolve({});
  const list: DataOfPage = async () => ({
    '/api/v1/cases': publicCaseList(await cases().publicPage({ limit: casesAtOnce })),
  });
  const rehearsals: DataOfPage = async () => ({
    '/api/v1/cases?rehearsals=true': publicCaseList(
      await cases().publicPage({ rehearsals: true, limit: casesAtOnce }),
    ),
  });
  const ofCase: DataOfPage = async ({ caseNumber = '' }) => {
    const number = parseCaseNumber(caseNumber);
    const found = number.ok ? await cases().findPublicToday(number.value) : undefined;
    if (found === undefined) return undefined;
    const { number: shown } = found.referendum;
    return { [`/api/v1/cases/${shown}`]: publicCaseView(found, switches().pauseOf(shown)) };
  };
  const withResult: DataOfPage = async (params) => {
    const data = await ofCase(params);
    const [view] = Object.values(data ?? {}) as PublicCaseView[];
    return view === undefined ? data : { ...data, ...(await resultsOf(view, results)) };
  };
  return new Map([
    ['/', list],
    ['/rehearsals', rehearsals],
    ['/cases/:caseNumber', withResult],
    ['/cases/:caseNumber/result', withResult],
    ['/cases/:caseNumber/sign', ofCase],
    ['/cases/:caseNumber/sign/statement', ofCase],
    ['/cases/:caseNumber/sign/receipt', ofCase],
    ['/receipt', nothing],
    ['/co-signatures', nothing],
    ['/misuse', nothing],
    ['/objection', nothing],
    ['/privacy', nothing],
    ['/accessibility', nothing],
    ['/true-site', nothing],
    ['/vulnerabilities', nothing],
    ['/open-data', nothing],
    ['/status', async () => ({ '/api/v1/status': await status().current() })],
    ['/lead', nothing],
    ['/lead/opening', nothing],
    ['/lead/records', nothing],
    ['/lead/submission', nothing],
    ['/lead/struck-out', nothing],
    ['/staff', nothing],
    // Which pages the desk has, it knows itself: for an address without one, the page says that there is nothing.
    ['/staff/*', nothing],
  ]);
}

/** States after a check; a supplement comes after one, too. While the main round collects, nobody asks the database for its result. */
const checked: ReadonlySet<PublicCaseView['state']> = new Set([
  'supplement-due',
  'code-issued',
  'established',
  'not-established',
]);

/** The published results that a case's page shows, by the path that they are asked for. */
async function resultsOf(
  { number, state, rounds }: PublicCaseView,
  results: () => PublicResults,
): Promise<PageData> {
  if (!checked.has(state) && rounds.length < 2) return {};
  const path = `/api/v1/cases/${number}/result`;
  const last = await results().find(number as CaseNumber);
  if (last === undefined) return {};
  const first = last.round === 2 ? await results().find(number as CaseNumber, 1) : undefined;
  const view = async (result: PublishedResult): Promise<ResultView> =>
    resultView(result, await results().filesOf(result));
  return {
    [path]: await view(last),
    ...(first === undefined ? {} : { [`${path}?round=1`]: await view(first) }),
  };
}
