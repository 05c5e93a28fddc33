import type { RemedyErrorCode } from '../../remedies/errors.js';
import type { CheckingErrorCode } from '../../checking/errors.js';
import type { ChallengeErrorCode } from '../../core/challenge.js';
import type { CardSignatureErrorCode } from '../../core/cms/errors.js';
import type { ReceiptErrorCode } from '../../core/receipt.js';
import type { TrustErrorCode } from '../../trust/errors.js';
import type { Message } from './message.js';

/** What is said of objections, reports of misused cards, and withdrawals. Codes that other rooms have stand there. */
export const remedyMessages = {
  'withdrawal-not-lawful': {
    status: 403,
    zhTW: '依現行法律，連署後不能撤回，因此沒有受理，也沒有留下任何紀錄。如果是他人使用您的卡片連署，請改為通報冒用。',
    en: 'Under the law as it is, a co-signature can’t be taken back. Nothing was taken, and nothing recorded. If somebody else used your card, report the misuse instead.',
  },
  'account-malformed': {
    status: 422,
    zhTW: '說明不能空白，最多 500 字，寫成一段、不換行。請修改後再送出。',
    en: 'The account can’t be empty, has at most 500 characters, and is one paragraph without line breaks. Change it and send it again.',
  },
  'receipt-required': {
    status: 422,
    zhTW: '這個案件已經結束，只能憑收據找到您的連署。請附上收據再送出；沒有收據，請洽中央選舉委員會。',
    en: 'The case is closed, so only the receipt leads to the co-signature. Send it again with the receipt; without one, ask the Central Election Commission.',
  },
  'receipt-for-another-case': {
    status: 422,
    zhTW: '這張收據是另一個案件的。請選擇這個案件的收據。',
    en: 'This receipt is of another case. Choose the receipt of this one.',
  },
  'receipt-not-of-this-card': {
    status: 422,
    zhTW: '這張收據的連署不是用您這張卡片的持卡人身分簽的，所以不能查看或提出異議。請確認收據和卡片。',
    en: 'The co-signature of this receipt was not made by the holder of this card, so nothing of it can be shown or objected to. Check receipt and card.',
  },
  'nothing-to-object-to': {
    status: 409,
    zhTW: '目前沒有可以異議的結果：結果還沒有公布、已有後一階段的結果，或這一筆已經計入。',
    en: 'There is nothing to object to now: no result is published, a later round has one, or this co-signature counts.',
  },
  'objection-period-over': {
    status: 409,
    zhTW: '異議期間到 {{lastDay}} 為止，現在已經過了。您仍可依法尋求救濟，請洽中央選舉委員會。',
    en: 'Objections were taken until {{lastDay}}. Other remedies may be open to you by law: ask the Central Election Commission.',
  },
  'remedy-unknown': {
    status: 404,
    zhTW: '查無此申請。請回到申請清單，重新選擇。',
    en: 'There is no such request. Go back to the list of requests and choose again.',
  },
  'remedy-decided': {
    status: 409,
    zhTW: '這件申請已經由兩人決定。請重新整理清單。',
    en: 'Two people have decided this request. Load the list again.',
  },
  'remedy-not-now': {
    status: 409,
    zhTW: '查對正在進行的步驟中，結果不能變更。請等這一步完成，或結果公布後再決定。',
    en: 'The check is at a step at which no verdict may change. Decide when that step is done, or when the result is published.',
  },
  'remedy-without-record': {
    status: 409,
    zhTW: '這件申請沒有對應的連署紀錄，或紀錄不是申請人的卡片簽的，不能認定有理由。',
    en: 'This request names no record, or one that another card signed, so it can’t be upheld.',
  },
  'remedy-not-for-people': {
    status: 409,
    zhTW: '這筆連署已計入、同一人已有他筆計入、證號無法辨認，或其原因是由程式驗算（簽章、憑證、重複）得出的，不能由人改變。只有戶籍或紙本查對的結果可以更正。',
    en: 'This co-signature counts, the person counts by another one, its number can’t be read, or its reason is computed (signature, certificate, repeated), which people can’t change. Only what a register or an office found can be corrected.',
  },
} satisfies Record<
  Exclude<
    RemedyErrorCode,
    | CheckingErrorCode
    | ChallengeErrorCode
    | CardSignatureErrorCode
    | TrustErrorCode
    | ReceiptErrorCode
    | 'round-not-served-here'
  >,
  Message
>;
