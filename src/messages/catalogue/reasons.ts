import type { ReasonCode, ReasonGroup } from '../../checking/reason-codes.js';
import { inLanguage, type Language, type Sentence } from '../translation.js';

/**
 * Why a co-signature was struck out, and what the co-signer can do. The struck-out list 不合格清冊 has these sentences,
 * and the holder of the card reads them. None says anything else about the person, and none is a failure of a request.
 */
export const reasonSentences = {
  E01: {
    zhTW: '連署紀錄無法以本階段的連署金鑰開啟，不予計入。請持收據向中央選舉委員會查詢。',
    en: 'The record could not be opened with the key of this round. Take your receipt to the Central Election Commission.',
  },
  E02: {
    zhTW: '連署聲明或電子簽章不符，不予計入。請持收據向中央選舉委員會查詢。',
    en: 'The statement or its signature did not verify. Take your receipt to the Central Election Commission.',
  },
  E03: {
    zhTW: '連署時所用的憑證不是有效的自然人憑證。請向戶政事務所確認憑證狀態。如有補提，請以有效的憑證再連署。',
    en: 'The certificate was not a valid natural-person certificate when you signed. Ask a household registration office about it. You can sign again if there is a supplement round.',
  },
  E04: {
    zhTW: '連署時憑證已廢止。請向戶政事務所申請新憑證。如有補提，可再連署。',
    en: 'The certificate had been revoked when you signed. Apply for a new one at a household registration office. You can sign again if there is a supplement round.',
  },
  E05: {
    zhTW: '身分證統一編號有誤、並非國民身分證統一編號，或與憑證不符。如有補提，請核對後再連署。',
    en: 'The ID number was wrong, not a citizen’s, or not the one of the certificate. Check it and sign again if there is a supplement round.',
  },
  D01: {
    zhTW: '同一人已有較早的電子連署，或已有主階段的紙本連署，只計一次。那一筆不受影響，您不必處理。',
    en: 'The same person co-signed electronically before, or on paper in the main round, and counts once. That co-signature stands; you need not do anything.',
  },
  D02: {
    zhTW: '同一人已有電子連署，紙本不重複計算。電子連署不受影響，您不必處理。',
    en: 'The same person co-signed electronically, so the paper row is not counted again. You need not do anything.',
  },
  D03: {
    zhTW: '同一人有多筆紙本連署，只計一次。您不必處理。',
    en: 'The same person signed on paper more than once and counts once. You need not do anything.',
  },
  B01: {
    zhTW: '身分證統一編號不是憑證持有人的編號。如有補提，請以本人憑證及本人編號再連署。',
    en: 'The ID number is not the certificate holder’s. Sign again with your own certificate and number if there is a supplement round.',
  },
  R01: {
    zhTW: '戶籍登記查無此身分證統一編號。請向戶政事務所確認戶籍資料。',
    en: 'The number is not in the household register. Ask a household registration office about your entry.',
  },
  R02: {
    zhTW: '提出當日未滿十八歲。',
    en: 'Under 18 on the day of submission.',
  },
  R03: {
    zhTW: '提出當日受監護宣告尚未撤銷。如有疑義，請向戶政事務所確認登記。',
    en: 'Under guardianship on the day of submission. If that is wrong, ask a household registration office about the entry.',
  },
  R04: {
    zhTW: '至提出當日在中華民國繼續居住未滿六個月。如有疑義，請向戶政事務所確認登記。',
    en: 'Less than six months of continuous residence on the day of submission. If that is wrong, ask a household registration office about the entry.',
  },
  R05: {
    zhTW: '戶籍登記載明於提出前死亡。如有疑義，請向戶政事務所確認登記。',
    en: 'Recorded as deceased before the submission. If that is wrong, ask a household registration office about the entry.',
  },
  P01: {
    zhTW: '紙本連署的姓名、編號或地址錯誤或不清楚。如有補提，請填寫清楚後再連署。',
    en: 'Name, number or address on the paper row was wrong or unclear. Sign again, legibly, if there is a supplement round.',
  },
  P02: {
    zhTW: '紙本連署未簽名或蓋章。如有補提，請簽名後再連署。',
    en: 'The paper row was not signed. Sign again if there is a supplement round.',
  },
  P03: {
    zhTW: '紙本連署經認定為偽造。如非您所為，請向中央選舉委員會反映。',
    en: 'The paper row was found to be forged. If it was not your doing, tell the Central Election Commission.',
  },
  M01: {
    zhTW: '經持卡人通報憑證遭冒用，並由兩人核定，不予計入。請確認憑證已停用或廢止。',
    en: 'The holder reported that somebody else used the card, and two people found so. Make sure that the certificate is suspended or revoked.',
  },
  W01: {
    zhTW: '持卡人依法撤回連署，不予計入。',
    en: 'The holder took the co-signature back, as the law allows.',
  },
} satisfies Record<ReasonCode, Sentence>;

/** The sentence of a reason. */
export function reasonSentenceOf(code: ReasonCode, language: Language): string {
  return inLanguage(reasonSentences[code], language);
}

/** Why a co-signature doesn't count, by group, for the bearer of its receipt: no more than that. */
const reasonGroupSentences = {
  evidence: {
    zhTW: '連署的簽章、憑證、編號或簽署人經查不符，不予計入。',
    en: 'The signature, the certificate, the number or the signer did not hold when it was checked.',
  },
  repeated: {
    zhTW: '同一人已有另一筆連署計入，每人只計一次，這一筆不重複計算。您不必處理。',
    en: 'The same person counts by another co-signature. Everybody counts once; you need not do anything.',
  },
  'household-register': {
    zhTW: '經戶籍登記查對，不符合連署資格，不予計入。',
    en: 'By the household registers, the person was not eligible to co-sign.',
  },
  'paper-form': {
    zhTW: '紙本連署的填寫或簽名不符規定，不予計入。',
    en: 'The paper row was not filled in or signed as the law asks.',
  },
} satisfies Record<ReasonGroup, Sentence>;

/** The sentence of a group of reasons. */
export function reasonGroupSentenceOf(group: ReasonGroup, language: Language): string {
  return inLanguage(reasonGroupSentences[group], language);
}
