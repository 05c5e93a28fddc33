import type { CaseErrorCode } from '../../cases/errors.js';
import type { CaseTextErrorCode } from '../../core/statement/index.js';
import type { DayErrorCode } from '../../core/taipei-date.js';
import type { Message } from './message.js';

/** The sentences of the codes of cases. `not-found` is in `http.ts`. */
export const casesMessages = {
  'case-number-malformed': {
    status: 400,
    zhTW: '案號應為 1 至 10 位數字，且不以 0 開頭；演練案號為 R 加 1 至 9 位數字。請修正後再試。',
    en: 'A case number has 1 to 10 digits and does not begin with 0; that of a rehearsal is R and 1 to 9 such digits. Correct it and try again.',
  },
  'case-exists': {
    status: 409,
    zhTW: '這個案號已經登錄過了。請確認案號。',
    en: 'A case with this number has been registered already. Check the number.',
  },
  'rehearsals-not-accepted': {
    status: 403,
    zhTW: '本平臺不受理演練案件（案號以 R 開頭）。請改用公民投票案之案號，或請系統管理人員開啟演練功能。',
    en: 'This platform takes no rehearsals (case numbers that begin with R). Use the number of a referendum case, or ask the operator to switch rehearsals on.',
  },
  'lead-certificate-malformed': {
    status: 400,
    zhTW: '無法讀取領銜人的憑證（{{which}}）。請重新匯出憑證後再登錄。',
    en: 'The lead’s {{which}} certificate cannot be read. Export it again and register once more.',
  },
  'lead-certificates-differ': {
    status: 422,
    zhTW: '領銜人的簽章憑證與加密憑證須為同一人的兩張憑證。請確認後再登錄。',
    en: 'The lead’s signing and encryption certificates must be two certificates of one holder. Check both and register again.',
  },
  'lead-certificate-not-for-signing': {
    status: 422,
    zhTW: '領銜人的簽章憑證不能用來簽章。請確認簽章憑證與加密憑證沒有放反，再登錄一次。',
    en: 'The lead’s signing certificate does not allow signing. Check that the two certificates were not swapped, and register again.',
  },
  'lead-certificate-not-for-encryption': {
    status: 422,
    zhTW: '領銜人的加密憑證不能用來加密。請確認簽章憑證與加密憑證沒有放反，再登錄一次。',
    en: 'The lead’s encryption certificate does not allow encryption. Check that the two certificates were not swapped, and register again.',
  },
  'notice-out-of-range': {
    status: 422,
    zhTW: '通知日不得晚於今日，且自通知翌日起領取認證碼的 10 日不得已屆滿（公民投票法第 10 條）。請確認公文所載日期後再登錄。',
    en: 'The notice must not be of a day to come, and its ten days for the access code must not be over (Referendum Act, article 10). Check the date on the official letter and register again.',
  },
  'elector-total-out-of-range': {
    status: 422,
    zhTW: '選舉人總數應為 1 至 999,999,999 的整數。請修正後再試。',
    en: 'The elector total must be a whole number from 1 to 999,999,999. Correct it and try again.',
  },
  'day-malformed': {
    status: 400,
    zhTW: '日期須為實際存在的日期，格式為 YYYY-MM-DD。請修正後再試。',
    en: 'The day must be a date of the calendar in the form YYYY-MM-DD. Correct it and try again.',
  },
  'day-out-of-range': {
    status: 422,
    zhTW: '日期應在 {{from}} 至 {{to}} 之間。請修正後再試。',
    en: 'The day must lie between {{from}} and {{to}}. Correct it and try again.',
  },
  'closure-text-unfit': {
    status: 422,
    zhTW: '依據應為 1 至 200 字、地區應為 1 至 100 字的單行文字（有誤的欄位：{{field}}）。請修正後再試。',
    en: 'The reference must be one line of 1 to 200 characters, the area one of 1 to 100 (wrong: {{field}}). Correct it and try again.',
  },
  'closure-out-of-range': {
    status: 422,
    zhTW: '停止上班日應在 {{from}} 至 {{to}} 之間。請確認日期後再試。',
    en: 'The day of the closure must lie between {{from}} and {{to}}. Check the day and try again.',
  },
  'closure-exists': {
    status: 409,
    zhTW: '這一天已經登錄過了，不需要再登錄。',
    en: 'This day has been entered already. Nothing more is needed.',
  },
  'announcement-not-due': {
    status: 409,
    zhTW: '本案尚未結束，還不能登錄公告日。請查看本案的狀態。',
    en: 'The case has not ended, so it has no announcement yet. Look up the state of the case.',
  },
  'announced-already': {
    status: 409,
    zhTW: '本案的公告日（{{day}}）已經登錄，不能再更改。',
    en: 'The announcement of this case ({{day}}) has been entered and can no longer be changed.',
  },
  'hold-reference-unfit': {
    status: 422,
    zhTW: '法院及案號應為 1 至 200 字的單行文字。請修正後再試。',
    en: 'The court and its file number must be one line of 1 to 200 characters. Correct it and try again.',
  },
  'hold-exists': {
    status: 409,
    zhTW: '本案已登錄一件訴訟，且尚未登錄判決確定日。連署資料會繼續保留。',
    en: 'A lawsuit of this case is entered and its final ruling is not. The records are kept meanwhile.',
  },
  'hold-missing': {
    status: 409,
    zhTW: '本案沒有登錄中的訴訟，無法登錄判決確定日。請確認案號。',
    en: 'No lawsuit of this case is open, so no final ruling can be entered. Check the case number.',
  },
  'switch-set-already': {
    status: 409,
    zhTW: '已經是這個狀態，不需要再申請。請查看系統狀態頁。',
    en: 'It is so already, so there is nothing to ask for. Look at the status page.',
  },
  'switch-reason-unfit': {
    status: 422,
    zhTW: '中文及英文事由都應為 1 至 200 字的單行文字，會公開在系統狀態頁。請修正後再試。',
    en: 'The reasons in Chinese and in English must each be one line of 1 to 200 characters. They are public on the status page. Correct them and try again.',
  },
  'transition-not-allowed': {
    status: 409,
    zhTW: '本案目前的狀態（{{state}}）不能執行這項作業。請重新查詢本案狀態。',
    en: 'The state of the case ({{state}}) does not allow this step. Look up the case again.',
  },
  'period-over': {
    status: 409,
    zhTW: '這項作業的期間已於 {{lastDay}} 屆滿，不能再執行。請查看本案的狀態。',
    en: 'The period for this step ended on {{lastDay}}, so it is no longer possible. Look up the state of the case.',
  },
  'period-not-over': {
    status: 409,
    zhTW: '期間至 {{lastDay}} 才屆滿。屆滿後才能執行這項作業。',
    en: 'The period lasts until {{lastDay}}. This step is possible only after it.',
  },
} satisfies Record<Exclude<CaseErrorCode, CaseTextErrorCode | 'not-found'> | DayErrorCode, Message>;

export const caseTextMessages = {
  'case-main-text-length': {
    status: 422,
    zhTW: '主文不得空白，且不得超過 {{maximum}} 字。請修正後再登錄。',
    en: 'The main text must not be empty nor longer than {{maximum}} characters. Correct it and register again.',
  },
  'case-main-text-character': {
    status: 422,
    zhTW: '主文含有換行或控制字元。請改為單行的一般文字後再登錄。',
    en: 'The main text contains a line break or a control character. Make it one line of plain text and register again.',
  },
  'case-reason-length': {
    status: 422,
    zhTW: '理由書不得空白，且不得超過 {{maximum}} 字。請修正後再登錄。',
    en: 'The reason must not be empty nor longer than {{maximum}} characters. Correct it and register again.',
  },
  'case-reason-character': {
    status: 422,
    zhTW: '理由書含有控制字元。請改為一般文字後再登錄。分段可以換行。',
    en: 'The reason contains a control character. Make it plain text and register again. Line breaks between paragraphs are allowed.',
  },
} satisfies Record<CaseTextErrorCode, Message>;
