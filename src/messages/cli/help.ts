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
} satisfies Record<string, Sentence>;

/** Our texts for Commander: the headings of help, and the errors of a wrong command line. */
export const usageTexts = {
  'Usage:': { zhTW: '用法：', en: 'Usage:' },
  'Options:': { zhTW: '選項：', en: 'Options:' },
  'Arguments:': { zhTW: '參數：', en: 'Arguments:' },
  'Commands:': { zhTW: '指令：', en: 'Commands:' },
  'usage.options': { zhTW: '[選項]', en: '[options]' },
  'usage.command': { zhTW: '[指令]', en: '[command]' },
  'usage.default': { zhTW: '（預設：{{value}}）', en: ' (default: {{value}})' },
  'usage.choices': { zhTW: '（可用：{{values}}）', en: ' (one of: {{values}})' },
  'usage.help-option': { zhTW: '顯示說明', en: 'show help' },
  'usage.help-command': { zhTW: '顯示某個指令的說明', en: 'show help for a command' },
  'usage.see-help': { zhTW: '用法請見：{{command}} --help', en: 'For usage, see {{command}} --help' },
  'usage.did-you-mean': { zhTW: '您是不是要用 {{name}}？', en: 'Did you mean {{name}}?' },
  'commander.unknownOption': { zhTW: '沒有 {{first}} 這個選項。', en: 'There is no option {{first}}.' },
  'commander.unknownCommand': { zhTW: '沒有 {{first}} 這個指令。', en: 'There is no command {{first}}.' },
  'commander.missingArgument': { zhTW: '請指定 <{{first}}>。', en: 'Give <{{first}}>.' },
  'commander.missingMandatoryOptionValue': {
    zhTW: '請加上選項 {{first}}。',
    en: 'Give the option {{first}}.',
  },
  'commander.optionMissingArgument': {
    zhTW: '選項 {{first}} 後面少了值。',
    en: 'The option {{first}} needs a value.',
  },
  'commander.excessArguments': {
    zhTW: '{{first}} 之後的參數太多。路徑若含空格，請加上引號。',
    en: 'Too many arguments after {{first}}. Put quotes around a path with spaces.',
  },
  'commander.invalidArgument': {
    zhTW: '{{first}} 的值無效。{{reason}}',
    en: 'The value of {{first}} is not valid. {{reason}}',
  },
  'usage.allowed': { zhTW: '可用：{{values}}。', en: 'Use one of: {{values}}.' },
  'usage.citizens': { zhTW: '請給 0 到 {{most}} 的整數。', en: 'Give a whole number from 0 to {{most}}.' },
  'usage.processes': {
    zhTW: '請給 1 到 {{most}} 的處理程序數量。',
    en: 'Give a number of processes from 1 to {{most}}.',
  },
  'usage.port': { zhTW: '請給 0 到 65535 的埠號。', en: 'Give a port from 0 to 65535.' },
  'usage.fault': {
    zhTW: '沒有 {{name}} 這種狀況。可用：{{values}}。',
    en: 'There is no fault {{name}}. Use one of: {{values}}.',
  },
  'usage.person': {
    zhTW: '沒有 {{name}} 這位。可用：{{values}}。',
    en: 'There is nobody {{name}}. Use one of: {{values}}.',
  },
  'usage.one-kind-of-card': {
    zhTW: '請只給一種卡片：--person，或 --pkcs12（可加 --passphrase-file），或 --pkcs11（可加 --token）。',
    en: 'Give one kind of card: --person, or --pkcs12 (with --passphrase-file if you like), or --pkcs11 (with --token if you like).',
  },
  'usage.time': {
    zhTW: '請用 ISO 8601 的時間，例如 2026-03-02T09:00:00+08:00。',
    en: 'Give an ISO 8601 time, such as 2026-03-02T09:00:00+08:00.',
  },
  'usage.head': {
    zhTW: '請用「序號:雜湊值」，即當時記下的內容。',
    en: 'Use the form seq:hash, as you noted it down.',
  },
  'usage.bundle-needs-commission': {
    zhTW: '請以 --commission 指定中選會的憑證。沒有它，任何人簽的結果都會通過。請向中選會取得，不要取自這份資料。',
    en: 'Give the commission’s certificate with --commission. Without it, a result that anybody signed would pass. Get it from the commission, not from this bundle.',
  },
  'usage.bundle-needs-anchor': {
    zhTW: '請以 --anchor 指定您信賴的根憑證。沒有它，無從查核中選會憑證的路徑。請取自憑證機構，不要取自這份資料。',
    en: 'Give the root certificates that you trust with --anchor. Without them, the path of the commission’s certificate can’t be validated. Get them from the authority, not from this bundle.',
  },
  'usage.log-needs-keys': {
    zhTW: '請以 --keys 指定平臺公開的金鑰（JWKS），並以先前留存的為準。沒有它，無從查核簽章檢查點。',
    en: 'Give the platform’s published keys (JWKS) with --keys, as you kept them earlier. Without them, the checkpoints can’t be verified.',
  },
  'usage.log-needs-anchor': {
    zhTW: '請以 --anchor 指定您信賴的根憑證。沒有它，無從查核核可人與領銜人憑證的路徑。請取自憑證機構，不要取自平臺。',
    en: 'Give the root certificates that you trust with --anchor. Without them, the paths of the approvers’ and the leads’ certificates can’t be validated. Get them from the authority, not from the platform.',
  },
  'usage.url': {
    zhTW: '請給完整網址，例如 https://connect.example.gov.tw。',
    en: 'Give the whole address, such as https://connect.example.gov.tw.',
  },
  'usage.case': {
    zhTW: '案號為 1 到 10 位數字，開頭不是 0。',
    en: 'A case number has 1 to 10 digits and does not begin with 0.',
  },
  'usage.member': {
    zhTW: '人員編號為 UUID，見 lianshu staff list。',
    en: 'The identifier of a member is a UUID; lianshu staff list shows it.',
  },
  'usage.database': {
    zhTW: '請指定資料庫：--database-url，或環境變數 DATABASE_URL。',
    en: 'Give the database with --database-url, or with DATABASE_URL in the environment.',
  },
  'usage.server': {
    zhTW: '請以 --server 指定平台網址。',
    en: 'Give the address of the platform with --server.',
  },
  'usage.https': {
    zhTW: '請用 https:// 開頭的網址；認證碼不經未加密的網路傳送。',
    en: 'Use an address with https://. An access code is not sent over a network without encryption.',
  },
  'usage.card': {
    zhTW: '請指定一張卡片：四個 PEM 檔（--signing-certificate、--signing-key、--encryption-certificate、--encryption-key），或 --pkcs12，或 --pkcs11。',
    en: 'Give one card: four PEM files (--signing-certificate, --signing-key, --encryption-certificate, --encryption-key), or --pkcs12, or --pkcs11.',
  },
  'usage.key-opener': {
    zhTW: '開啟連署金鑰只能用一種方式：備援密語，或代理人（--deputy-certificate 與 --deputy-key 並用）。',
    en: 'Open the round key in one way only: by the recovery passphrase, or by a deputy (--deputy-certificate together with --deputy-key).',
  },
  'usage.struck-out-round': {
    zhTW: '已給檔案，就不必給 --round：清冊屬於哪個階段，由檔案決定。要從伺服器取得某一階段的清冊，請不要給檔案。',
    en: 'A file was given, so leave --round out: the file is of one round. To fetch the list of a round from the server, name no file.',
  },
  'usage.offline': {
    zhTW: '--offline 須與 --out 及 --commission-decryption 並用。',
    en: 'Give --offline together with --out and --commission-decryption.',
  },
  'usage.recovery': {
    zhTW: '--without-recovery 不能與 --deputy 或備援密語並用；備援密語只能以一種方式提供。',
    en: 'Don’t give --without-recovery together with --deputy or a recovery passphrase. Give the passphrase in one way only.',
  },
  'usage.commission-round-key': {
    zhTW: '要查核副署，--keys 與 --commission-key 兩者都要給。',
    en: 'To verify the countersignature, give both --keys and --commission-key.',
  },
  'usage.clear-and-out': {
    zhTW: '要寫出明文，--clear 與 --out 兩者都要給。',
    en: 'To write clear text, give both --clear and --out.',
  },
  'usage.certificate-or-cases': {
    zhTW: '請指定一張憑證，或以 --cases 指定案例檔。',
    en: 'Give a certificate, or a file of cases with --cases.',
  },
  'help.misuse': { zhTW: '卡片遭冒用', en: 'a misused card' },
  'help.misuse-report': {
    zhTW: '持卡人以卡片簽署，通報他人冒用卡片連署；通報不是撤回連署',
    en: 'report, signed with the card, that somebody else co-signed with it; this takes no co-signature back',
  },
} satisfies Record<string, Sentence>;
