import type { ReasonCode, ReasonGroup } from '../checking/index.js';
import type { Text } from './text.js';

/** Short names of the reasons why a co-signature doesn't count, for a table. Each sentence for people stands in the catalogue. */
export const reasonNames: Readonly<Record<ReasonCode, Text>> = {
  E01: { zhTW: '紀錄無法打開', en: 'The record could not be opened' },
  E02: { zhTW: '簽署的文字或簽章不正確', en: 'Statement or signature wrong' },
  E03: {
    zhTW: '憑證不受信任、種類不符或當時無效',
    en: 'Certificate not trusted, of the wrong kind, or not valid then',
  },
  E04: { zhTW: '憑證當時已廢止', en: 'Certificate revoked then' },
  E05: {
    zhTW: '號碼有誤、不是國民的號碼，或與憑證不符',
    en: 'Number wrong, not a citizen’s, or not the certificate’s',
  },
  D01: {
    zhTW: '同一號碼已計入：較早的電子連署，或主階段的紙本連署',
    en: 'The number counts already: electronically, or on paper from the main round',
  },
  D02: { zhTW: '紙本與電子連署重複', en: 'Paper repeats an electronic one' },
  D03: { zhTW: '紙本重複', en: 'Paper repeats paper' },
  B01: { zhTW: '號碼不是憑證持有人的', en: 'The number is not the certificate holder’s' },
  R01: { zhTW: '戶籍登記查無此人', en: 'Not in the household register' },
  R02: { zhTW: '未滿 18 歲', en: 'Under 18' },
  R03: { zhTW: '受監護宣告', en: 'Under guardianship' },
  R04: { zhTW: '繼續居住未滿六個月', en: 'Under six months’ residence' },
  R05: { zhTW: '提出前死亡', en: 'Died before the submission' },
  P01: { zhTW: '姓名、號碼或地址錯誤或不清楚', en: 'Name, number or address wrong or unclear' },
  P02: { zhTW: '未簽名或蓋章', en: 'Not signed' },
  P03: { zhTW: '偽造', en: 'Forged' },
  M01: { zhTW: '卡片遭人冒用', en: 'The card was misused' },
  W01: { zhTW: '本人撤回', en: 'Taken back by the holder' },
};

/** The groups of reasons, in the words of the public page. */
export const groupNames: Readonly<Record<ReasonGroup, Text>> = {
  evidence: {
    zhTW: '簽章、憑證、號碼或簽署人不符',
    en: 'Signature, certificate, number or signer did not hold',
  },
  repeated: { zhTW: '同一人已有另一筆計入', en: 'The same person counts by another co-signature' },
  'household-register': {
    zhTW: '依戶籍資料不符合連署資格',
    en: 'Not eligible by the household registers',
  },
  'paper-form': {
    zhTW: '紙本填寫或簽名不符規定',
    en: 'Paper form not filled in or signed as the law asks',
  },
};

/** What stands in the place of a number that is not public (docs/adr/0018-small-counts-are-not-published.md). */
export const withheldText: Text = {
  zhTW: '少於五，或為免推算而不公布',
  en: 'Fewer than five, or withheld so that none can be worked out',
};
