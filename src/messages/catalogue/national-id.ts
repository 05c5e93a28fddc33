import type { NationalIdErrorCode } from '../../core/national-id.js';
import type { Message } from '../message.js';

export const nationalIdMessages = {
  'national-id-malformed': {
    status: 400,
    zhTW: '國民身分證統一編號格式不符。請輸入一個大寫英文字母及九個半形數字，共十碼。',
    en: 'This is not the form of a national ID number. Enter one capital letter and nine digits, ten characters in all.',
  },
  'national-id-check-digit-wrong': {
    status: 422,
    zhTW: '國民身分證統一編號的檢查碼不符，可能有一碼輸入錯誤。請對照身分證再輸入一次。',
    en: 'The check digit of the national ID number does not fit; a digit may be mistyped. Compare it with your ID card and enter it again.',
  },
  'national-id-not-citizen': {
    status: 422,
    zhTW: '這是外來人口統一證號。依公民投票法，連署人須為中華民國國民，因此無法受理。',
    en: 'This is a resident’s number. Under the Referendum Act only citizens may co-sign, so it can’t be accepted.',
  },
} satisfies Record<NationalIdErrorCode, Message>;
