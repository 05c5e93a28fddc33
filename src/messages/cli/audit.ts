import type { Sentence } from '../translation.js';

/** What `audit verify` says. */
export const auditTexts = {
  'audit.log-whole': {
    zhTW: '紀錄完整：共 {{events}} 筆，最後一筆 {{head}}',
    en: 'The log is whole: {{events}} events, the last {{head}}',
  },
  'audit.note-down': {
    zhTW: '請另行記下最後一筆，下次以 --head 核對，才能發現紀錄遭截斷。',
    en: 'Note the last one down elsewhere and give it as --head next time: only that shows a log cut off.',
  },
  'audit.log-broken': { zhTW: '紀錄不完整。', en: 'The log is not whole.' },
  'bundle.checking': { zhTW: '正在查核 {{folder}} …', en: 'Checking {{folder}} …' },
  'bundle.holds': {
    zhTW: '公布的查對結果經得起查核：案號 {{case}}，第 {{round}} 階段。',
    en: 'The published result holds: case {{case}}, round {{round}}.',
  },
  'bundle.broken': { zhTW: '公布的查對結果經不起查核。', en: 'The published result does not hold.' },
  'bundle.files': {
    zhTW: '檔案齊全，格式正確',
    en: 'Every file is there, and the result is of the documented form',
  },
  'bundle.signature': { zhTW: '查對結果的簽章有效', en: 'The signature over the result verifies' },
  'bundle.root': {
    zhTW: '由所列承諾值重新計算，樹根與公布者相同',
    en: 'The Merkle root, recomputed from the listed commitments, is the published one',
  },
  'bundle.counts': {
    zhTW: '由所列結果重新加總，數字與公布者相同',
    en: 'The counts, recomputed from the listed verdicts, are the published ones',
  },
  'bundle.determination': { zhTW: '審定與其數字相符', en: 'The determination follows from the numbers' },
  'bundle.statements': {
    zhTW: '領銜人的金鑰聲明書與提出聲明書簽章有效，內容與結果相符',
    en: 'The lead’s key and submission statements verify, and say what the result says',
  },
  'bundle.not-reached': { zhTW: '（未查核）', en: '(not reached)' },
  'bundle.numbers': {
    zhTW: '電子連署提出 {{records}} 筆；合格共 {{valid}}，門檻 {{threshold}}；審定：{{determination}}',
    en: '{{records}} electronic records submitted; {{valid}} valid in all, threshold {{threshold}}; determination: {{determination}}',
  },
  'bundle.commission': {
    zhTW: '簽署結果的憑證，SHA-256：{{value}}',
    en: 'Result signed with the certificate of SHA-256 {{value}}',
  },
  'bundle.lead': { zhTW: '領銜人簽章憑證，SHA-256：{{value}}', en: 'Lead’s certificate, SHA-256 {{value}}' },
  'bundle.commission-expected': {
    zhTW: '簽署結果的憑證即所指定的中選會憑證。',
    en: 'The result is signed with the commission’s certificate that you gave.',
  },
  'bundle.not-checked': { zhTW: '此處沒有查核：', en: 'Not checked here:' },
  'bundle.not-checked-commission': {
    zhTW: '簽署者是否為中選會：請加 --commission，或核對上面的 SHA-256',
    en: 'whether the signer is the commission: give --commission, or compare the SHA-256 above',
  },
  'bundle.not-checked-path': {
    zhTW: '憑證路徑與廢止狀態：請用 lianshu pki verify',
    en: 'the paths of the certificates and their revocation: lianshu pki verify does',
  },
  'bundle.not-checked-verdicts': {
    zhTW: '逐筆的查對結果是否正確：紀錄是密封的，只有持連署金鑰者能開啟',
    en: 'whether each verdict is right: the records are sealed, and only the round key opens them',
  },
  'bundle.not-checked-paper': {
    zhTW: '紙本連署、先前階段的合格數、選舉人總數：依公布的數字計算',
    en: 'paper co-signatures, valid ones of an earlier round, the elector total: taken as published',
  },
  'bundle.not-checked-receipt': {
    zhTW: '您自己的連署：請以收據的承諾值在 verdicts.csv 中查找',
    en: 'your own co-signature: look for the commitment of your receipt in verdicts.csv',
  },
  'determination.established': { zhTW: '成立', en: 'established' },
  'determination.supplement-due': { zhTW: '通知補提', en: 'supplement due' },
  'determination.not-established': { zhTW: '不成立', en: 'not established' },
  'determination.not-accepted': { zhTW: '不予受理', en: 'not accepted' },
} satisfies Record<string, Sentence>;
