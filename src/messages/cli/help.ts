import type { Sentence } from '../translation.js';

/** The description of each command. */
export const helpTexts = {
  'help.program': {
    zhTW: '全國性公民投票案電子連署系統',
    en: 'Electronic co-signing of national referendum cases in Taiwan',
  },
  'help.lang': {
    zhTW: '訊息的語言；未指定時依 LC_ALL、LC_MESSAGES、LANG',
    en: 'language of the messages; if not given, from LC_ALL, LC_MESSAGES or LANG',
  },
  'help.version': { zhTW: '顯示版本與程式碼的提交編號', en: 'show the version and the commit' },
  'help.exit-codes': {
    zhTW: '結束代碼：0 成功；1 查核不通過或執行失敗；2 用法有誤；130 中斷',
    en: 'Exit codes: 0 success; 1 the verification or the command failed; 2 wrong usage; 130 interrupted',
  },
  'help.demo': { zhTW: '以虛構的人物示範完整流程', en: 'run the whole process with synthetic people' },
  'help.card': {
    zhTW: '模擬讀卡元件：讓網頁使用示範的卡片、PKCS #12 檔或 PKCS #11 卡片（開發與示範用）',
    en: 'stand in for the card program, so that pages can use demo cards, a PKCS #12 file or a PKCS #11 token (for development and demos)',
  },
  'help.migrate': { zhTW: '更新資料庫結構', en: 'update the database' },
  'help.init': {
    zhTW: '製作平臺的金鑰（只做一次），並說明該備份什麼',
    en: 'make the platform’s keys (once), and say what to back up',
  },
  'help.intake-key': { zhTW: '收件金鑰', en: 'the intake key' },
  'help.intake-key-rotate': {
    zhTW: '更換收件金鑰；先前的收據永遠可以查驗',
    en: 'replace the intake key; earlier receipts verify for ever',
  },
  'help.staff': { zhTW: '主管機關人員', en: 'members of the commission’s staff' },
  'help.staff-add': {
    zhTW: '以卡片的簽章憑證登記一位人員',
    en: 'register a member of staff by the signing certificate of their card',
  },
  'help.staff-list': {
    zhTW: '列出已登記的人員：編號、是否啟用、角色、名稱',
    en: 'list the members of staff: identifier, whether active, roles, name',
  },
  'help.staff-deactivate': {
    zhTW: '停用一位人員：不能再登入，已登入的立即失效',
    en: 'deactivate a member of staff: they can’t sign in, and open sessions end at once',
  },
  'help.staff-roles': {
    zhTW: '改設一位人員的角色，取代原有的角色，立即生效',
    en: 'replace the roles of a member of staff, with effect at once',
  },
  'help.lead': { zhTW: '提案人之領銜人', en: 'for the lead proposer of a case' },
  'help.lead-open': {
    zhTW: '開啟連署：閱讀切結書，在這台電腦產生連署金鑰，以卡片簽署；中斷後可再執行，會接著做',
    en: 'open the round: read the undertaking, make the round key on this computer, sign with the card; if cut off, run it again and it goes on',
  },
  'help.lead-progress': {
    zhTW: '連署進度：件數、門檻、剩餘日數、每日件數',
    en: 'progress: how many have co-signed, the threshold, the days left, the count of each day',
  },
  'help.lead-submit': {
    zhTW: '提出連署（只能提出一次）：先列出將送出的內容，輸入案號確認後才以卡片簽署',
    en: 'submit the round, which is possible only once: shows what will be sent, and signs only after you type the case number',
  },
  'help.lead-export': {
    zhTW: '下載密封紀錄自行保管；名冊以自己的憑證加密',
    en: 'download the sealed records, and the roster encrypted to your own certificate',
  },
  'help.lead-struck-out': {
    zhTW: '取得不合格清冊，以卡片開啟並查核主管機關的簽章；列出各事由的筆數，不顯示統一編號',
    en: 'fetch the struck-out list, open it with the card and verify the commission’s signature; shows totals by reason, never a national ID number',
  },
  'help.record': { zhTW: '密封的連署紀錄', en: 'sealed records' },
  'help.record-open': {
    zhTW: '以領銜人的連署金鑰開啟一筆紀錄；再加中選會的本階段金鑰，即顯示連署書並查核簽章',
    en: 'open a sealed record with the lead’s round key; with the commission’s too, show the statement and verify the signatures',
  },
  'help.receipt': { zhTW: '連署收據', en: 'receipts of co-signatures' },
  'help.receipt-verify': {
    zhTW: '以平台公開的金鑰離線查核收據',
    en: 'verify receipts offline with the platform’s published keys',
  },
  'help.roster': { zhTW: '送內政部的名冊', en: 'rosters for the Ministry of the Interior' },
  'help.roster-open': {
    zhTW: '開啟名冊檔並查核簽章；只顯示摘要，不顯示統一編號',
    en: 'open an encrypted file of a roster and verify its signature; show a summary, never a national ID number',
  },
  'help.audit': { zhTW: '稽核紀錄與公布的查對結果', en: 'the audit log and published results' },
  'help.audit-export': {
    zhTW: '印出稽核紀錄、當事人的簽章與簽章檢查點，每行一筆 JSON；內有人員及領銜人的憑證，請勿公開',
    en: 'print the audit log, the signatures of who acted and the checkpoints, one JSON object a line; has certificates of staff and leads: don’t publish it',
  },
  'help.audit-verify': {
    zhTW: '查核稽核紀錄檔（JSONL），或公布的查對結果（資料夾）',
    en: 'verify an exported audit log (JSONL), or the published result of a case (a folder)',
  },
  'help.rescue': { zhTW: '平台停擺時', en: 'for a platform that is down' },
  'help.rescue-export': {
    zhTW: '直接由資料庫取出密封紀錄與加密的連署金鑰，供領銜人離線解密（連署辦法第 11 條）',
    en: 'write the sealed records and the wrapped round key of a case directly from the database, so that the lead can decrypt offline (REG 11)',
  },
  'help.pki': {
    zhTW: '憑證、憑證路徑與廢止資料',
    en: 'certificates, certification paths and revocation data',
  },
  'help.pki-verify': {
    zhTW: '判定憑證在某一時間是否有效，並說明理由',
    en: 'validate a certificate at a given time, and explain the verdict',
  },
  'help.pki-crl': {
    zhTW: '讀取憑證廢止清冊：簽發者、編號、時間、筆數與載入時間',
    en: 'read a CRL and show its issuer, number, times, entries and load time',
  },
  'help.misuse': { zhTW: '卡片遭冒用', en: 'a misused card' },
  'help.misuse-report': {
    zhTW: '持卡人以卡片簽署，通報他人冒用卡片連署；通報不是撤回連署',
    en: 'report, signed with the card, that somebody else co-signed with it; this takes no co-signature back',
  },
} satisfies Record<string, Sentence>;
