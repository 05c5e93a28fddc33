import type { Sentence } from '../translator.js';

/** What commander says, in our words: headings of help, and what is wrong with a command line. */
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
  'usage.see-help': { zhTW: '用法請見：{{command}} --help', en: 'How it is used: {{command}} --help' },
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
    en: 'The option {{first}} lacks its value.',
  },
  'commander.excessArguments': {
    zhTW: '{{first}} 之後的參數太多。路徑若含空格，請加上引號。',
    en: 'Too many arguments after {{first}}. Put quotes around a path with spaces.',
  },
  'commander.invalidArgument': {
    zhTW: '{{first}} 的值不能用。{{reason}}',
    en: 'The value of {{first}} can’t be used. {{reason}}',
  },
  'usage.allowed': { zhTW: '可用：{{values}}。', en: 'It is one of: {{values}}.' },
  'usage.citizens': { zhTW: '請給 0 到 {{most}} 的整數。', en: 'Give a whole number from 0 to {{most}}.' },
  'usage.time': {
    zhTW: '請用 ISO 8601 的時間，例如 2026-03-02T09:00:00+08:00。',
    en: 'Give an ISO 8601 time, such as 2026-03-02T09:00:00+08:00.',
  },
  'usage.head': {
    zhTW: '請用「序號:雜湊值」，即當時記下的內容。',
    en: 'It is of the form seq:hash, as it was noted down.',
  },
  'usage.url': {
    zhTW: '請給完整網址，例如 https://connect.example.gov.tw。',
    en: 'Give a whole address, such as https://connect.example.gov.tw.',
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
    en: 'Say which database: --database-url, or DATABASE_URL in the environment.',
  },
  'usage.access-code': {
    zhTW: '請給認證碼：環境變數 LIANSHU_ACCESS_CODE，或 --access-code。',
    en: 'Give the access code: LIANSHU_ACCESS_CODE in the environment, or --access-code.',
  },
  'usage.clear-and-out': {
    zhTW: '要寫出明文，--clear 與 --out 兩者都要給。',
    en: 'Clear text is written only with both --clear and --out.',
  },
  'usage.certificate-or-cases': {
    zhTW: '請指定一張憑證，或以 --cases 指定案例檔。',
    en: 'Give a certificate, or a file of cases with --cases.',
  },
} satisfies Record<string, Sentence>;
