import type {
  ClosePaperErrorCode,
  KeepPaperEntryErrorCode,
  RequestWithPaperErrorCode,
  SettlePaperDifferenceErrorCode,
  ShowPaperDifferenceErrorCode,
  PaperRowFaultCode,
} from '../../checking/errors.js';
import { inLanguage, type Language, type Sentence } from '../translation.js';
import type { Message } from './message.js';

type PaperCode =
  | ClosePaperErrorCode
  | KeepPaperEntryErrorCode
  | RequestWithPaperErrorCode
  | SettlePaperDifferenceErrorCode
  | ShowPaperDifferenceErrorCode;

/** What staff are told about the entry of paper rows. */
export const paperMessages = {
  'paper-closed': {
    status: 409,
    zhTW: '本案已開始查對，紙本登錄已截止，不能再變更。',
    en: 'The check has begun. The paper rows are closed and can no longer be changed.',
  },
  'paper-not-opened': {
    status: 503,
    zhTW: '紙本登錄的密封資料無法以中選會金鑰開啟，或與儲存時不同。沒有任何連署因此判為無效。請檢查中選會金鑰及備份後再試。',
    en: 'The sealed paper rows do not open with the commission’s key, or are not those that were stored. No co-signature has been struck out because of it. Check the commission’s key and the backup, and try again.',
  },
  'paper-entry-same-person': {
    status: 409,
    zhTW: '兩次登錄必須由不同的兩人各以自己的憑證上傳。另一次登錄是您上傳的，請由另一位人員上傳這一次。',
    en: 'The two entries must come from two people, each with a card of their own. You uploaded the other entry. Ask a colleague to upload this one.',
  },
  'paper-rows-rejected': {
    status: 422,
    zhTW: '檔案有 {{rejected}} 列不符，整份未儲存。請依所列行號及原因更正後，重新上傳整份檔案。',
    en: '{{rejected}} rows are rejected, so nothing was stored. Correct them by line and reason, and upload the whole file again.',
  },
  'paper-entry-too-long': {
    status: 413,
    zhTW: '檔案超過 {{most}} 列，未儲存。請確認是否選錯檔案。',
    en: 'The file has more than {{most}} rows, so it was not stored. Check that it is the right file.',
  },
  'paper-entry-empty': {
    status: 422,
    zhTW: '檔案沒有任何一列。若未提出紙本連署，請勿上傳，並於申請開始查對時聲明沒有紙本。',
    en: 'The file has no row. If nothing was handed in on paper, upload nothing, and say so when you ask for the check to start.',
  },
  'paper-entries-unlike': {
    status: 409,
    zhTW: '兩次登錄有超過 {{most}} 處不同，第一處在第 {{page}} 頁第 {{line}} 行，因此沒有儲存。請確認兩份檔案屬於同一份名冊，並查看是否漏頁。',
    en: 'The two entries differ in more than {{most}} places, the first on page {{page}}, line {{line}}, so this one was not stored. Check that both are of the same roster, and that no page was left out.',
  },
  'paper-difference-unknown': {
    status: 404,
    zhTW: '這一行兩次登錄相同，或沒有這一行。請重新讀取差異清單。',
    en: 'The two entries agree on this row, or there is no such row. Read the list of differences again.',
  },
  'paper-value-refused': {
    status: 422,
    zhTW: '第三個值的統一編號或代碼不符，未儲存。請再看一次紙本；若紙本本身看不清楚或有誤，請用代碼 P01。',
    en: 'The number or the code of the third value is wrong, so nothing was stored. Look at the paper again. If the paper itself is unclear or wrong, use the code P01.',
  },
  'paper-entry-missing': {
    status: 409,
    zhTW: '紙本連署只有一次登錄。請由另一位人員完成第二次登錄。',
    en: 'The paper rows were entered only once. Have another person enter them a second time.',
  },
  'paper-differences-open': {
    status: 409,
    zhTW: '兩次登錄還有 {{open}} 處差異沒有處理。請逐一對照紙本處理後再申請。',
    en: '{{open}} differences between the two entries are not settled. Settle each against the paper, then ask again.',
  },
  'paper-not-entered': {
    status: 409,
    zhTW: '尚未登錄紙本連署。請先完成兩次登錄；若領銜人沒有提出紙本，請於申請時聲明沒有紙本。',
    en: 'No paper rows have been entered. Enter them twice first. If nothing was handed in on paper, say so with your request.',
  },
  'paper-handed-in': {
    status: 409,
    zhTW: '申請聲明沒有紙本，但已有紙本登錄。請查明後重新申請；若登錄有誤，請先移除。',
    en: 'The request says that nothing was handed in on paper, but rows have been entered. Find out which is right, then ask again. Remove the entries first if they are wrong.',
  },
} satisfies Record<Exclude<PaperCode, 'not-found' | 'check-not-ready' | 'step-under-way'>, Message>;

/** The codes that have their sentences here. */
export type PaperMessageCode = keyof typeof paperMessages;

/** Why a line of an entry is rejected, and what to do. */
const faultSentences = {
  'header-wrong': {
    zhTW: '第一行應為 page,line,national_id,code。',
    en: 'The first line must be page,line,national_id,code.',
  },
  'row-malformed': {
    zhTW: '這一行不是四個欄位，或頁、行不是從 1 起的數字。',
    en: 'The line does not have four fields, or page and line are not numbers from 1.',
  },
  'number-malformed': {
    zhTW: '不是身分證統一編號的格式。若紙本如此或看不清楚，請用代碼 P01。',
    en: 'Not the form of a national ID number. If the paper has it so, or is unclear, use the code P01.',
  },
  'number-check-digit-wrong': {
    zhTW: '身分證統一編號的檢查碼不符。請再看一次紙本；若紙本如此，請用代碼 P01。',
    en: 'The check digit of the number does not agree. Look at the paper again. If the paper has it so, use the code P01.',
  },
  'number-not-citizen': {
    zhTW: '這是外來人口統一證號，不得連署。請再看一次紙本；若紙本如此，請用代碼 P01。',
    en: 'This is a foreign resident’s number. Look at the paper again. If the paper has it so, use the code P01.',
  },
  'code-unknown': {
    zhTW: '代碼應為 00、R01 至 R05 或 P01 至 P03。',
    en: 'The code must be 00, R01 to R05, or P01 to P03.',
  },
  'row-repeated': {
    zhTW: '這一頁這一行已經有了。',
    en: 'The file has this page and line already.',
  },
  'row-missing': {
    zhTW: '前面缺頁或缺行。頁從 1 起，每頁的行從 1 起，都不能跳號。',
    en: 'Pages or lines are missing before it. Pages count from 1, and lines on each page from 1, without gaps.',
  },
  'row-out-of-order': {
    zhTW: '順序不對。請依頁、行由小到大排列。',
    en: 'Out of order. Sort the rows by page and line.',
  },
} satisfies Record<PaperRowFaultCode, Sentence>;

/** Why a line of an entry of paper rows is rejected, in this language. */
export function paperFaultSentenceOf(code: PaperRowFaultCode, language: Language): string {
  return inLanguage(faultSentences[code], language);
}
