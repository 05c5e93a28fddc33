import type { HttpErrorCode } from '../http-errors.js';
import type { Message } from './message.js';

/** Sentences for the HTTP layer's own failures. */
export const httpMessages = {
  'request-malformed': {
    status: 400,
    zhTW: '無法讀取這個請求：內容不是正確的 JSON（UTF-8），或網址格式不正確。請修正後再送出。',
    en: 'This request cannot be read: its body is not valid JSON in UTF-8, or its address is malformed. Correct it and send it again.',
  },
  'request-invalid': {
    status: 400,
    zhTW: '請求的欄位不正確。請依 errors 所列的說明修正後再送出。',
    en: 'Some fields of the request are wrong. Correct those listed in errors and send it again.',
  },
  'request-too-deep': {
    status: 400,
    zhTW: '請求的 JSON 巢狀層數過多。請依 API 文件的格式送出。',
    en: 'The JSON of this request is nested too deeply. Send it in the form the API document describes.',
  },
  'sign-in-required': {
    status: 401,
    zhTW: '請先以憑證登入。如果您曾經登入，登入可能已逾時，請重新登入。',
    en: 'Please sign in with your certificate first. If you were signed in, your session may have ended. Sign in again.',
  },
  'role-required': {
    status: 403,
    zhTW: '您的角色不能執行這項作業。如有需要，請洽系統管理人員。',
    en: 'Your role does not allow this action. Ask the administrator if you need it.',
  },
  'not-found': {
    status: 404,
    zhTW: '找不到您要的資料。請確認網址或編號是否正確。',
    en: 'Nothing was found. Check the address or the number.',
  },
  'method-not-allowed': {
    status: 405,
    zhTW: '這個網址不接受此種請求方法，可用的方法列於 Allow 標頭。',
    en: 'This address does not accept that method. The Allow header names those it accepts.',
  },
  'request-timeout': {
    status: 408,
    zhTW: '伺服器等候請求逾時。請檢查網路後再試一次。',
    en: 'The request took too long to arrive. Check your connection and try again.',
  },
  'request-too-large': {
    status: 413,
    zhTW: '請求的內容過大，伺服器不予處理。',
    en: 'The body of this request is larger than the server accepts.',
  },
  'address-too-long': {
    status: 414,
    zhTW: '網址過長。請確認網址是否正確。',
    en: 'The address is too long. Check that it is correct.',
  },
  'content-type-not-json': {
    status: 415,
    zhTW: '請以 JSON 格式（Content-Type: application/json）送出。',
    en: 'Send the body as JSON (Content-Type: application/json).',
  },
  'content-type-not-cms': {
    status: 415,
    zhTW: '請以加密檔原樣（Content-Type: application/cms）送出，不要轉成 JSON 或 base64。',
    en: 'Send the encrypted file as it is (Content-Type: application/cms), not as JSON or base64.',
  },
  'content-type-not-csv': {
    status: 415,
    zhTW: '請以 CSV 檔原樣（Content-Type: text/csv）送出，不要轉成 JSON。',
    en: 'Send the CSV file as it is (Content-Type: text/csv), not as JSON.',
  },
  'too-many-requests': {
    status: 429,
    zhTW: '請求次數過多，請於 {{seconds}} 秒後再試。',
    en: 'Too many requests. Try again in {{seconds}} s.',
  },
  'headers-too-large': {
    status: 431,
    zhTW: '請求的標頭過大，伺服器不予處理。',
    en: 'The header fields of this request are larger than the server accepts.',
  },
  'internal-error': {
    status: 500,
    zhTW: '系統發生錯誤，請稍後再試。若一再發生，請告知我們發生的時間。',
    en: 'An error occurred in the system. Try again later. If it happens again, tell us the time at which it happened.',
  },
  'temporarily-unavailable': {
    status: 503,
    zhTW: '系統暫時無法處理，請稍後再試。',
    en: 'The service cannot handle this request at the moment. Try again later.',
  },
  'outcome-unknown': {
    status: 503,
    zhTW: '處理途中與資料庫失去連線，無法確定是否已經完成。請稍後再送一次；同一份連署送幾次都只收一份，如已收下，會回覆收據。其他作業請先查看是否已完成。',
    en: 'The connection to the database broke on the way, so we cannot tell whether this was done. Send it again in a moment: a co-signature counts once however often it is sent, and if it was taken, you get its receipt. For anything else, look first whether it was done.',
  },
  'intake-paused': {
    status: 503,
    zhTW: '目前暫停收件，您的連署還沒有收下。已經收下的連署不受影響。原因及起始時間請看系統狀態頁；恢復收件後，請在連署期限內再送出。',
    en: 'The intake is paused, so your co-signature was not taken. What was taken before is safe. The status page says why and since when. Once the intake goes on, send it again before the last day.',
  },
  'service-read-only': {
    status: 503,
    zhTW: '平臺目前只供查閱，這項作業暫停受理。已經收下的資料不受影響。原因及起始時間請看系統狀態頁，恢復後請再試。',
    en: 'The platform is read-only for now and does not take this. What was taken before is safe. The status page says why and since when. Try again once that is over.',
  },
} satisfies Record<HttpErrorCode, Message>;
