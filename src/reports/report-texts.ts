import type { CheckFigures, Determination } from '../checking/index.js';
import type { ReportLanguage } from './report.js';
import { inLanguage, type Text } from './text.js';

/** The words of the reports, but for the names of reasons. */
export const reportTexts = {
  'batch-title': { zhTW: '查對作業報告', en: 'Report on the check' },
  'struck-out-title': { zhTW: '不予計入統計', en: 'Co-signatures that don’t count, by reason' },
  'result-title': { zhTW: '查對結果公告稿', en: 'Draft announcement of the result' },
  internal: {
    zhTW: '機關內部使用。內含確切筆數，公布前請改用公告稿。',
    en: 'For the commission only. It has exact numbers: publish the announcement instead.',
  },
  'draft-unconfirmed': {
    zhTW: '草稿：結果尚未經兩人確認，請勿對外提供。',
    en: 'Draft: two people have not confirmed the result yet. Don’t give it to anybody outside.',
  },
  'draft-confirmed': {
    zhTW: '公告稿：結果已由兩人確認並公布，內容與公布的結果相同。',
    en: 'Announcement: two people have confirmed the result, and it is published. The numbers are the published ones.',
  },
  facts: { zhTW: '案件', en: 'Case' },
  item: { zhTW: '項目', en: 'Item' },
  value: { zhTW: '內容', en: 'Value' },
  case: { zhTW: '案號', en: 'Case number' },
  'main-text': { zhTW: '主文', en: 'Main text' },
  round: { zhTW: '連署階段', en: 'Round' },
  'round-1': { zhTW: '主階段', en: 'Main round' },
  'round-2': { zhTW: '補提', en: 'Supplement' },
  'submitted-on': { zhTW: '提出日', en: 'Submitted on' },
  'determined-on': { zhTW: '查對完成日', en: 'Determined on' },
  batch: { zhTW: '查對批次', en: 'Batch' },
  phase: { zhTW: '進度', en: 'Phase' },
  electors: { zhTW: '選舉人總數', en: 'Electors' },
  threshold: { zhTW: '門檻', en: 'Threshold' },
  'merkle-root': { zhTW: '連署紀錄的 Merkle 樹根', en: 'Merkle root of the records' },
  'submission-sha256': {
    zhTW: '領銜人提出聲明的 SHA-256',
    en: 'SHA-256 of the lead’s submission statement',
  },
  numbers: { zhTW: '筆數', en: 'Numbers' },
  kind: { zhTW: '種類', en: 'Kind' },
  submitted: { zhTW: '提出', en: 'Submitted' },
  counted: { zhTW: '計入', en: 'Valid' },
  'not-counted': { zhTW: '不計入', en: 'Not valid' },
  electronic: { zhTW: '電子連署', en: 'Electronic' },
  paper: { zhTW: '紙本連署', en: 'On paper' },
  together: { zhTW: '合計', en: 'Together' },
  'by-reason': { zhTW: '不計入的原因', en: 'Why co-signatures are not valid' },
  'electronic-reasons': { zhTW: '電子連署不計入的原因', en: 'Why electronic ones are not valid' },
  'paper-reasons': { zhTW: '紙本連署不計入的原因', en: 'Why paper ones are not valid' },
  code: { zhTW: '代碼', en: 'Code' },
  reason: { zhTW: '原因', en: 'Reason' },
  'how-many': { zhTW: '筆數', en: 'How many' },
  determination: { zhTW: '審定', en: 'Determination' },
  'earlier-valid': { zhTW: '主階段計入', en: 'Valid in the main round' },
  'valid-in-all': { zhTW: '與門檻相比的筆數', en: 'Compared with the threshold' },
  data: { zhTW: '本報告所依資料的 SHA-256', en: 'SHA-256 of the data that this report was made from' },
  'result-data': { zhTW: '所依 result.json 的 SHA-256', en: 'SHA-256 of the result.json it was made from' },
  rehearsal: { zhTW: '演練案件，沒有法律效力。', en: 'A rehearsal without legal effect.' },
} as const satisfies Readonly<Record<string, Text>>;

/** The name of a text. */
export type ReportTextName = keyof typeof reportTexts;

/** The texts in one language. */
export type Say = (name: ReportTextName) => string;

/** Says the texts in this language. */
export function sayIn(language: ReportLanguage): Say {
  return (name) => inLanguage(reportTexts[name], language);
}

/** Where a check stands, once every record has a verdict. */
export const phaseTexts: Readonly<Record<CheckFigures['phase'], Text>> = {
  judged: {
    zhTW: '逐筆查對完成，名冊尚未送內政部',
    en: 'Every record has a verdict; the roster is not sent',
  },
  sent: { zhTW: '名冊已送內政部，等候回覆', en: 'The roster is sent; the answer is awaited' },
  answered: {
    zhTW: '內政部回覆已匯入，結果尚未確認',
    en: 'The answer is imported; the result is not confirmed',
  },
  published: { zhTW: '結果已確認並公布', en: 'The result is confirmed and published' },
};

/** What the commission determines. */
export const determinationTexts: Readonly<Record<Determination, Text>> = {
  'not-accepted': { zhTW: '不予受理', en: 'not accepted' },
  established: { zhTW: '成立', en: 'established' },
  'supplement-due': { zhTW: '通知補提', en: 'a supplement is due' },
  'not-established': { zhTW: '不成立', en: 'not established' },
};
