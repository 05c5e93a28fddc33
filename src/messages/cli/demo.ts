import type { Sentence } from '../translator.js';

/** What the demo says beside its story. */
export const demoTexts = {
  'demo.outcome': { zhTW: '結果', en: 'The outcome' },
  'demo.case': { zhTW: '案號', en: 'Case' },
  'demo.round': { zhTW: '連署階段', en: 'Round' },
  'demo.attempts': { zhTW: '連署嘗試', en: 'Attempts' },
  'demo.accepted': { zhTW: '收件', en: 'Accepted' },
  'demo.refused': { zhTW: '未收件', en: 'Refused' },
  'demo.submitted': { zhTW: '提出', en: 'Submitted' },
  'demo.struck-out': { zhTW: '查對不合格', en: 'Struck out' },
  'demo.electronic-valid': { zhTW: '合格', en: 'Valid' },
  'demo.threshold': { zhTW: '門檻', en: 'Threshold' },
  'demo.determination': { zhTW: '審定', en: 'Determination' },
  'demo.as-planned': {
    zhTW: '每一次嘗試的結果都與劇本相符',
    en: 'Every attempt came to what its scenario says',
  },
  'demo.surprise': {
    zhTW: '不符劇本：第 {{index}} 筆（{{scenario}}）應為 {{expected}}，實為 {{found}}',
    en: 'Not as its scenario says: attempt {{index}} ({{scenario}}) should be {{expected}} and is {{found}}',
  },
  'demo.check-it': { zhTW: '不必輕信，自己查核看看', en: 'Don’t take our word for it: check it yourself' },
  'demo.files-in': {
    zhTW: '所需的檔案都在 {{folder}}；以下指令可直接貼上執行。',
    en: 'All it takes is in {{folder}}; these can be pasted as they are.',
  },
  'demo.try-open': {
    zhTW: '以 openssl 開啟一筆密封紀錄，查核簽章，讀出連署書',
    en: 'Open a sealed record with openssl, verify its signature, and read the statement',
  },
  'demo.try-record': { zhTW: '同一件事，用 lianshu', en: 'The same with lianshu' },
  'demo.try-receipts': { zhTW: '查核所有收據', en: 'Verify every receipt' },
  'demo.try-bundle': { zhTW: '查核公布的結果', en: 'Check the published result' },
  'demo.try-roster': { zhTW: '像內政部一樣開啟名冊', en: 'Open the roster as the Ministry does' },
  'demo.stays-up': {
    zhTW: '平台仍在執行，按 Ctrl-C 結束',
    en: 'The platform stays up; Ctrl-C ends everything',
  },
  'demo.another-port': {
    zhTW: '{{port}} 埠已被使用，改用其他埠',
    en: 'Port {{port}} is taken, so another one is used',
  },
  'demo.api': { zhTW: 'API 說明', en: 'API description' },
  'demo.health': { zhTW: '健康狀態', en: 'Health' },
  'demo.this-case': { zhTW: '本案', en: 'The case' },
  'demo.result': { zhTW: '公布的結果', en: 'The published result' },
  'demo.ending': { zhTW: '正在結束所有啟動的程式…', en: 'Ending everything that was started …' },
  'demo.ended': { zhTW: '已全部結束。', en: 'Everything has ended.' },
} satisfies Record<string, Sentence>;
