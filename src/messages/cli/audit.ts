import type { Sentence } from '../translation.js';

/** The texts of `audit verify`. */
export const auditTexts = {
  'audit.log-whole': {
    zhTW: '紀錄完整，未經變更：共 {{events}} 筆，最後一筆 {{head}}',
    en: 'The log is complete and unchanged: {{events}} events, the last one {{head}}',
  },
  'audit.note-down': {
    zhTW: '請另行記下最後一筆，下次以 --head 核對，並留存平臺公布的簽章檢查點，以 --checkpoints 核對。若未留存，就無法發現紀錄遭截斷。',
    en: 'Note down the last event elsewhere, and give it with --head next time; keep the checkpoints that the platform publishes, and give them with --checkpoints. Without these, nobody can see that events were cut off.',
  },
  'audit.signatures': {
    zhTW: '當事人的簽章 {{signatures}} 件，均有效，均由有權限的人所簽',
    en: '{{signatures}} signatures of who acted, all valid and by those who may',
  },
  'audit.checkpoints': {
    zhTW: '簽章檢查點 {{checkpoints}} 個，均有效；最後一個簽於 {{at}}',
    en: '{{checkpoints}} checkpoints, all valid; the last was signed at {{at}}',
  },
  'audit.uncovered': {
    zhTW: '第 {{from}} 至 {{to}} 筆在最後一個檢查點之後：尚無檢查點證明，請日後再查核。',
    en: 'Events {{from}} to {{to}} come after the last checkpoint, so none stands for them yet. Verify again later.',
  },
  'audit.not-checked-revocation': {
    zhTW: '簽章人憑證的廢止狀態：每筆紀錄載有當時所據的清冊，請用 lianshu pki verify',
    en: 'whether a signer’s certificate was revoked: each event names the lists that were used; use lianshu pki verify',
  },
  'audit.not-checked-requester': {
    zhTW: '提出申請的人：申請不須簽章',
    en: 'who asked for what was approved: a request is not signed',
  },
  'audit.log-broken': { zhTW: '紀錄不完整，或經變更。', en: 'The log is incomplete or was changed.' },
  'bundle.checking': { zhTW: '正在查核 {{folder}} …', en: 'Checking {{folder}} …' },
  'bundle.holds': {
    zhTW: '公布的查對結果通過所有查核：案號 {{case}}，第 {{round}} 階段。',
    en: 'The published result passes every check: case {{case}}, round {{round}}.',
  },
  'bundle.broken': { zhTW: '公布的查對結果未通過查核。', en: 'The published result fails a check.' },
  'bundle.files': {
    zhTW: '檔案齊全，格式正確',
    en: 'Every file is present, and the result has the documented form',
  },
  'bundle.signature': { zhTW: '查對結果的簽章有效', en: 'The signature of the result is valid' },
  'bundle.certificate': {
    zhTW: '簽署結果的憑證即所指定的中選會憑證，簽署時可連到信賴起點',
    en: 'The result is signed with the commission’s certificate that you gave, which had a path to an anchor when it signed',
  },
  'bundle.root': {
    zhTW: '由所列承諾值重新計算的樹根，與公布的相同',
    en: 'The Merkle root, computed again from the listed commitments, equals the published one',
  },
  'bundle.counts': {
    zhTW: '由所列結果重新加總的提出數與合格數，與公布的相同',
    en: 'The numbers handed in and valid, computed again from the listed verdicts, equal the published ones',
  },
  'bundle.determination': { zhTW: '審定結果與數字相符', en: 'The determination agrees with the numbers' },
  'bundle.statements': {
    zhTW: '領銜人的金鑰聲明書與提出聲明書簽章有效，內容與結果相符',
    en: 'The lead’s key statement and submission statement have valid signatures and agree with the result',
  },
  'bundle.not-reached': { zhTW: '（未查核）', en: '(not checked)' },
  'bundle.numbers': {
    zhTW: '連同先前階段合格共 {{valid}}，門檻 {{threshold}}；審定：{{determination}}',
    en: '{{valid}} valid in total, an earlier round included, threshold {{threshold}}; determination: {{determination}}',
  },
  'bundle.kinds': {
    zhTW: '提出：電子 {{records}} 筆，紙本 {{paper}} 筆，合計 {{submitted}} 筆；合格：電子 {{electronicValid}} 筆，紙本 {{paperValid}} 筆，合計 {{jointValid}} 筆',
    en: 'Submitted: {{records}} electronic, {{paper}} on paper, {{submitted}} together; valid: {{electronicValid}} electronic, {{paperValid}} on paper, {{jointValid}} together',
  },
  'bundle.commission': {
    zhTW: '簽署結果的憑證，SHA-256：{{value}}',
    en: 'The certificate that signed the result has SHA-256 {{value}}',
  },
  'bundle.lead': {
    zhTW: '領銜人簽章憑證，SHA-256：{{value}}',
    en: 'The lead’s signing certificate has SHA-256 {{value}}',
  },
  'bundle.not-checked': { zhTW: '這裡沒有查核：', en: 'Not checked here:' },
  'bundle.not-checked-path': {
    zhTW: '憑證的廢止狀態，以及領銜人憑證的路徑：請用 lianshu pki verify',
    en: 'whether the certificates were revoked, and the path of the lead’s: use lianshu pki verify',
  },
  'bundle.not-checked-verdicts': {
    zhTW: '逐筆的查對結果是否正確，以及各原因類別的筆數：紀錄是密封的，須有領銜人與中選會兩把金鑰才能開啟',
    en: 'whether each verdict is right, and the numbers by group of reasons: the records are sealed, and only both round keys together open them',
  },
  'bundle.not-checked-paper': {
    zhTW: '紙本各筆、先前階段的合格數、選舉人總數：依公布的數字計算；電子與紙本的合計、與門檻的比較已重新計算',
    en: 'each paper row, the valid ones of an earlier round, and the elector total: the published numbers are used; electronic and paper were added up and compared with the threshold again',
  },
  'bundle.not-checked-receipt': {
    zhTW: '您自己的連署：請以收據的承諾值在 verdicts.csv 中查找',
    en: 'your own co-signature: search verdicts.csv for the commitment in your receipt',
  },
  'determination.established': { zhTW: '成立', en: 'established' },
  'determination.supplement-due': { zhTW: '通知補提', en: 'supplement due' },
  'determination.not-established': { zhTW: '不成立', en: 'not established' },
  'determination.not-accepted': { zhTW: '不予受理', en: 'not accepted' },
} satisfies Record<string, Sentence>;
