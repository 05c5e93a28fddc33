import type { Sentence } from '../translation.js';

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
} satisfies Record<string, Sentence>;
