import { type CaseService, parseCaseNumber } from '../../cases/index.js';
import { publicCaseView } from '../cases/public-case.dto.js';
import type { PageData } from './page-writer.js';

/** The data of a page by the parameters of its address; undefined where there is nothing at it. */
export type DataOfPage = (params: Readonly<Record<string, string>>) => Promise<PageData | undefined>;

/** The pages by the pattern of their addresses, each with the answers of the API that it shows at once. */
export function dataOfPages(cases: () => CaseService): ReadonlyMap<string, DataOfPage> {
  const nothing: DataOfPage = () => Promise.resolve({});
  const ofCase: DataOfPage = async ({ caseNumber = '' }) => {
    const number = parseCaseNumber(caseNumber);
    const found = number.ok ? await cases().findPublicToday(number.value) : undefined;
    return found && { [`/api/v1/cases/${found.referendum.number}`]: publicCaseView(found) };
  };
  return new Map([
    ['/', nothing],
    ['/cases/:caseNumber', ofCase],
    ['/cases/:caseNumber/sign', ofCase],
  ]);
}
