import type { ChallengeErrorCode } from '../../core/challenge.js';
import type { CardSignatureErrorCode } from '../../core/cms/index.js';
import type { NationalIdErrorCode } from '../../core/national-id.js';
import type { ReceiptErrorCode } from '../../core/receipt.js';
import type { CoSigningErrorCode } from '../../cosigning/errors.js';
import type { TrustErrorCode } from '../../trust/errors.js';
import type { Message } from './message.js';

/** Why a co-signature isn't taken. */
export const cosigningMessages = {
  'not-collecting': {
    status: 409,
    zhTW: '本案目前不在連署期間，無法連署。',
    en: 'This case is not collecting co-signatures at the moment.',
  },
  'collecting-not-begun': {
    status: 409,
    zhTW: '本案自 {{year}} 年 {{month}} 月 {{day}} 日起開始連署。請於當日起再來連署。',
    en: 'This case collects co-signatures from {{year}}-{{month}}-{{day}}. Please come back on that day or later.',
  },
  'submission-in-progress': {
    status: 503,
    zhTW: '領銜人正在提出本案的連署，因此暫停收件。您的連署尚未收下。請於 {{seconds}} 秒後再試一次。',
    en: 'The lead proposer is submitting this case, so no co-signature can be taken now. Yours has not been taken yet. Please try again in {{seconds}} seconds.',
  },
  'round-not-served-here': {
    status: 503,
    zhTW: '這部伺服器的設定或金鑰與本案開始連署時不同，暫時不能受理。已收下的連署都還在。請稍後再試；若持續發生，請告知中央選舉委員會。',
    en: 'The settings or keys of this server are not those with which this case began, so it can’t take co-signatures now. Those taken before are safe. Please try again later, and tell the Central Election Commission if it lasts.',
  },
  'already-co-signed': {
    status: 409,
    zhTW: '您已於 {{year}} 年 {{month}} 月 {{day}} 日連署過本案，不需要再次連署。隨附您那一次連署的收據。',
    en: 'You co-signed this case on {{year}}-{{month}}-{{day}}. You need not do anything more. The receipt of that co-signature is enclosed.',
  },
  'signing-method-not-admitted': {
    status: 403,
    zhTW: '目前不接受以這種方式簽署連署。請改用自然人憑證卡片簽署。',
    en: 'Co-signatures signed in this way are not accepted at present. Please sign with your natural-person certificate card.',
  },
  'statement-too-long-for-mobile': {
    status: 422,
    zhTW: '本案的連署書超過行動自然人憑證可簽署的長度。請改用自然人憑證卡片簽署。',
    en: 'The statement of this case is longer than the mobile certificate can sign. Please sign with your natural-person certificate card.',
  },
  'mobile-service-unavailable': {
    status: 503,
    zhTW: '行動自然人憑證服務目前沒有回應，您的連署尚未收下。請稍後再試，或改用自然人憑證卡片簽署。',
    en: 'The service of the mobile certificate is not answering, and your co-signature has not been taken. Please try again later, or sign with your card.',
  },
  'mobile-ticket-malformed': {
    status: 400,
    zhTW: '這次簽署請求無效，或不是以這個身分證統一編號提出的。請回到連署頁面重新開始。',
    en: 'This signing request is not valid, or was not made with this national ID number. Go back to the signing page and start again.',
  },
  'mobile-signature-missing': {
    status: 409,
    zhTW: '時間已到，手機上沒有完成簽署，因此沒有收下連署。請確認您已申請行動自然人憑證並開啟通知，再重新開始；也可以改用自然人憑證卡片簽署。',
    en: 'The time is over and nothing was signed on the phone, so no co-signature was taken. Check that you have a mobile certificate and allow its notifications, then start again, or sign with your card.',
  },
  'national-id-not-the-certificates': {
    status: 422,
    zhTW: '輸入的身分證統一編號末四碼與憑證不符。請確認輸入的是持卡人本人的號碼。',
    en: "The last four digits of the number are not those of the certificate. Please check that it is the card holder's own number.",
  },
} satisfies Record<
  Exclude<
    CoSigningErrorCode,
    ChallengeErrorCode | CardSignatureErrorCode | NationalIdErrorCode | TrustErrorCode | 'not-found'
  >,
  Message
>;

export const nationalIdMessages = {
  'national-id-malformed': {
    status: 400,
    zhTW: '國民身分證統一編號格式不符。請輸入一個大寫英文字母及九個半形數字，共十碼。',
    en: 'This is not the form of a national ID number. Enter one capital letter and nine digits, ten characters in all.',
  },
  'national-id-check-digit-wrong': {
    status: 422,
    zhTW: '國民身分證統一編號的檢查碼不符，可能輸入錯誤。請對照身分證再輸入一次。',
    en: 'The check digit of the national ID number is wrong. A digit may be mistyped. Compare it with your ID card and enter it again.',
  },
  'national-id-not-citizen': {
    status: 422,
    zhTW: '這是外來人口統一證號。依公民投票法，連署人須為中華民國國民，因此無法受理。',
    en: 'This is a UI number, for residents who are not citizens. Under the Referendum Act only citizens may co-sign, so it cannot be accepted.',
  },
} satisfies Record<NationalIdErrorCode, Message>;

export const challengeMessages = {
  'challenge-malformed': {
    status: 400,
    zhTW: '查驗碼無效。請回到連署頁面重新取得後再簽署。',
    en: 'The challenge is not valid. Go back to the signing page, get a new one and sign again.',
  },
  'challenge-stale': {
    status: 422,
    zhTW: '查驗碼已超過十分鐘的有效時間。請重新取得後再簽署。',
    en: 'The challenge is more than ten minutes old. Get a new one and sign again.',
  },
  'challenge-for-another-purpose': {
    status: 422,
    zhTW: '查驗碼是為其他案件或其他用途核發的。請在本頁重新取得後再簽署。',
    en: 'The challenge was issued for another case or purpose. Get a new one on this page and sign again.',
  },
} satisfies Record<ChallengeErrorCode, Message>;

export const receiptMessages = {
  'receipt-invalid': {
    status: 422,
    zhTW: '這不是本平臺開立的收據，或內容已遭更動。請確認收據文字完整無缺。',
    en: 'This platform did not issue this receipt, or it was changed. Make sure that its text is complete.',
  },
} satisfies Record<ReceiptErrorCode, Message>;
