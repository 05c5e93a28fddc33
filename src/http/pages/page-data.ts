import type { CaseService } from '../../cases/index.js';
import { parseCaseNumber } from '../../core/case-number.js';
import { publicCaseList, publicCaseView } from '../cases/public-case.dto.js';
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
    return found && { [`/api/v1/cases/${found.referendum.number}`]: publicCaseView(found) };
  };
  return new Map([
    ['/', list],
    ['/rehearsals', rehearsals],
    ['/cases/:caseNumber', ofCase],
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
  ]);
}
