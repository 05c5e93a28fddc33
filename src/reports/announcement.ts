import type { DrawnResult, ResultDocument } from '../checking/index.js';
import type { TaipeiDate } from '../core/taipei-date.js';
import type { ReportLanguage } from './report.js';
import { grouped } from './text.js';

/**
 * The sentences of the draft that an office completes with its number and date, and announces: subject 主旨, basis 依據, matters 公告事項 (ACT
 * 13). Every number in them is public once the result is.
 */
export function announcement({ result, mainText }: DrawnResult, language: ReportLanguage): readonly string[] {
  return language === 'en' ? inEnglish(result, mainText) : inChinese(result, mainText);
}

function inChinese(result: ResultDocument, mainText: string): readonly string[] {
  const { joint, electronic, paper, threshold, earlierValid, valid } = result;
  const earlier =
    result.round === 1 ? '' : `，連同主階段計入 ${grouped(earlierValid)} 筆，共 ${grouped(valid)} 筆`;
  return [
    `主旨：公告第 ${result.case} 案「${mainText}」全國性公民投票案連署人名冊查對結果。`,
    '依據：公民投票法第 13 條。',
    `公告事項：一、本案${result.round === 1 ? '' : '補提之'}連署人名冊於${inRepublicYears(result.submittedOn)}提出，共 ${grouped(joint.submitted)} 筆，其中電子連署 ${grouped(electronic.submitted)} 筆、紙本連署 ${grouped(paper.submitted)} 筆。`,
    `二、經查對，計入 ${grouped(joint.valid)} 筆，不予計入 ${grouped(joint.submitted - joint.valid)} 筆${earlier}；法定人數為 ${grouped(threshold)} 人。`,
    `三、${outcomesInChinese[result.determination]}`,
  ];
}

/** A day as announcements of offices write it, such as 民國115年4月8日. */
function inRepublicYears(day: TaipeiDate): string {
  return republicCalendar.format(new Date(`${day}T00:00:00Z`));
}

const republicCalendar = new Intl.DateTimeFormat('zh-TW-u-ca-roc', { dateStyle: 'long', timeZone: 'UTC' });

const outcomesInChinese: Readonly<Record<ResultDocument['determination'], string>> = {
  'not-accepted': '提出人數不足，不予受理。',
  established: '計入筆數達法定人數，本公民投票案成立。',
  'supplement-due': '計入筆數不足法定人數，通知提案人之領銜人於三十日內補提；補提以一次為限。',
  'not-established': '計入筆數仍不足法定人數，本公民投票案不成立。',
};

function inEnglish(result: ResultDocument, mainText: string): readonly string[] {
  const { joint, electronic, paper, threshold, earlierValid, valid } = result;
  const earlier =
    result.round === 1 ? '' : ` With ${grouped(earlierValid)} of the main round, ${grouped(valid)} count.`;
  return [
    `Subject: result of the check of the co-signers of case ${result.case}, “${mainText}”.`,
    'Basis: Referendum Act, article 13.',
    `1. On ${result.submittedOn}, ${grouped(joint.submitted)} co-signatures were submitted: ${grouped(electronic.submitted)} electronic and ${grouped(paper.submitted)} on paper.`,
    `2. ${grouped(joint.valid)} are valid and ${grouped(joint.submitted - joint.valid)} are not.${earlier} The threshold is ${grouped(threshold)}.`,
    `3. ${outcomesInEnglish[result.determination]}`,
  ];
}

const outcomesInEnglish: Readonly<Record<ResultDocument['determination'], string>> = {
  'not-accepted': 'Too few were submitted; the case is not accepted.',
  established: 'Enough are valid; the referendum case is established.',
  'supplement-due': 'Too few are valid. The lead proposer is told to submit more within 30 days, once.',
  'not-established': 'Too few are valid after the supplement; the referendum case is not established.',
};
