import { inLanguage, type Language, type Sentence } from '../translation.js';

/** The short name of each status that a problem can have: the problem's title (RFC 9457 §3.1.3). */
export const statusTitles = {
  400: { zhTW: '請求有誤', en: 'Bad request' },
  401: { zhTW: '請先登入', en: 'Sign-in needed' },
  403: { zhTW: '沒有權限', en: 'Not allowed' },
  404: { zhTW: '查無資料', en: 'Not found' },
  405: { zhTW: '不接受此方法', en: 'Method not allowed' },
  408: { zhTW: '請求逾時', en: 'Request timeout' },
  409: { zhTW: '與現況不符', en: 'Conflict' },
  413: { zhTW: '內容過大', en: 'Content too large' },
  414: { zhTW: '網址過長', en: 'Address too long' },
  415: { zhTW: '格式不支援', en: 'Unsupported format' },
  422: { zhTW: '查驗未通過', en: 'Check failed' },
  429: { zhTW: '請求過多', en: 'Too many requests' },
  431: { zhTW: '標頭過大', en: 'Headers too large' },
  500: { zhTW: '系統錯誤', en: 'Internal error' },
  503: { zhTW: '暫停服務', en: 'Unavailable' },
} as const satisfies Readonly<Record<number, Sentence>>;

/** HTTP status of a problem (RFC 9110). A status without a title doesn't compile. */
export type ProblemStatus = keyof typeof statusTitles;

/** The title of a status. */
export function titleOf(status: ProblemStatus, language: Language): string {
  return inLanguage(statusTitles[status], language);
}

/**
 * What a stable code means in HTTP and to people: one or two short sentences that say what happened, and what to do
 * next. A placeholder `{{name}}` is filled from the failure's values.
 */
export interface Message extends Sentence {
  readonly status: ProblemStatus;
}
