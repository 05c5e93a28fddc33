import type { CeremonyErrorCode } from '../../core/ceremony/index.js';
import type { SignedDocumentErrorCode } from '../../core/cms/index.js';
import type { LeadErrorCode, LeadStepErrorCode } from '../../lead/errors.js';
import type { TrustErrorCode } from '../../trust/errors.js';
import type { Message } from './message.js';

/** Why a round can't be opened or submitted. */
export const leadMessages = {
  'round-key-unsuitable': {
    status: 422,
    zhTW: '連署金鑰不是可用的 P-256 公開金鑰。請更新程式後，重新產生金鑰。',
    en: 'The round key is not a P-256 public key that can be used. Update your program and make the key again.',
  },
  'wrapped-key-malformed': {
    status: 400,
    zhTW: '封裝的金鑰格式不正確（應為 CMS EnvelopedData）。請重新產生金鑰。',
    en: 'The wrapped key is not a CMS EnvelopedData. Make the key again.',
  },
  'statement-signer-not-lead': {
    status: 422,
    zhTW: '簽章的憑證不是本案登記的領銜人憑證。請插入登記的那張自然人憑證再簽一次。',
    en: 'This was not signed with the certificate registered for the lead. Insert that card and sign again.',
  },
  'key-statement-differs': {
    status: 422,
    zhTW: '簽署的金鑰聲明書與本次連署及所送金鑰不符。請重新產生並簽署。',
    en: 'The signed key statement is not that of this round and key. Make it again and sign it.',
  },
  'round-key-missing': {
    status: 409,
    zhTW: '尚未收到本次連署的金鑰。請先送出金鑰及金鑰聲明書。',
    en: 'The key of this round has not been handed in. Send the key and the key statement first.',
  },
  'probe-wrong': {
    status: 422,
    zhTW: '無法證明封裝的金鑰可以開啟，因此連署尚未開始。請以您的卡片開啟後再試。如果您曾重新送出金鑰，請用最新的一份。',
    en: 'It was not proved that the wrapped key opens, so the round has not begun. Open the key with your card and try again. If you sent the key more than once, use the latest one.',
  },
  'handed-over-out-of-range': {
    status: 422,
    zhTW: '交付時間應在 {{from}} 至 {{to}} 之間，且不得晚於現在。請確認收件時間後再試。',
    en: 'It must have been handed over from {{from}} to {{to}}, and not later than now. Check the time on the receipt and try again.',
  },
  'submission-outdated': {
    status: 409,
    zhTW: '簽署的提出聲明書與目前的連署紀錄不符，尚未提出。請重新準備並簽署。',
    en: 'The signed submission statement does not agree with the records as they are now. Nothing was submitted. Prepare the statement again and sign it.',
  },
  'wrapped-key-not-for-commission': {
    status: 422,
    zhTW: '主管機關無法開啟您封裝的金鑰，尚未提出。請以本系統提供的主管機關憑證重新封裝。',
    en: 'The commission cannot open the key you wrapped. Nothing was submitted. Wrap it again for the commission’s certificate given here.',
  },
  'wrapped-key-not-round-key': {
    status: 422,
    zhTW: '封裝的不是本次連署公布的金鑰，尚未提出。請以登記的卡片重新準備。',
    en: 'The key you wrapped is not the published key of this round. Nothing was submitted. Prepare it again with the registered card.',
  },
} satisfies Record<
  Exclude<
    LeadErrorCode,
    SignedDocumentErrorCode | LeadStepErrorCode | TrustErrorCode | 'round-not-served-here'
  >,
  Message
>;

export const ceremonyMessages = {
  'ceremony-key-not-opened': {
    status: 422,
    zhTW: '您的卡片無法開啟封裝的金鑰。請確認插入的是登記的自然人憑證，並再試一次。',
    en: 'Your card does not open the wrapped key. Make sure that the registered card is in the reader and try again.',
  },
  'ceremony-key-mismatch': {
    status: 422,
    zhTW: '卡片開啟的金鑰與該次連署公布的金鑰不符。尚未送出任何資料，請與主管機關聯繫。',
    en: 'The key your card opened is not the published key of the round. Nothing was sent. Please contact the commission.',
  },
  'ceremony-probe-not-opened': {
    status: 422,
    zhTW: '無法以該次連署的金鑰開啟伺服器的驗證資料。請重新進行金鑰設定。',
    en: 'The server’s test value does not open with the key of the round. Please set up the key again.',
  },
} satisfies Record<CeremonyErrorCode, Message>;
