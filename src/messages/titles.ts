import type { Language } from './language.js';

/** The short name of an HTTP status, as a problem's title (RFC 9457 3.1.3). */
const titles: Readonly<Partial<Record<number, Readonly<Record<Language, string>>>>> = {
  400: { 'zh-TW': '請求有誤', en: 'Bad request' },
  401: { 'zh-TW': '請先登入', en: 'Sign-in needed' },
  403: { 'zh-TW': '沒有權限', en: 'Not allowed' },
  404: { 'zh-TW': '查無資料', en: 'Not found' },
  405: { 'zh-TW': '不接受此方法', en: 'Method not allowed' },
  408: { 'zh-TW': '請求逾時', en: 'Request timeout' },
  409: { 'zh-TW': '與現況不符', en: 'Conflict' },
  410: { 'zh-TW': '已不存在', en: 'Gone' },
  413: { 'zh-TW': '內容過大', en: 'Content too large' },
  414: { 'zh-TW': '網址過長', en: 'Address too long' },
  415: { 'zh-TW': '格式不支援', en: 'Unsupported format' },
  422: { 'zh-TW': '查驗未通過', en: 'Check failed' },
  423: { 'zh-TW': '已鎖定', en: 'Locked' },
  429: { 'zh-TW': '請求過多', en: 'Too many requests' },
  431: { 'zh-TW': '標頭過大', en: 'Headers too large' },
  500: { 'zh-TW': '系統錯誤', en: 'Internal error' },
  503: { 'zh-TW': '暫停服務', en: 'Unavailable' },
};

/** A title for this status; the plain number where the status has no name of ours. */
export function titleOf(status: number, language: Language): string {
  return titles[status]?.[language] ?? `HTTP ${status}`;
}
