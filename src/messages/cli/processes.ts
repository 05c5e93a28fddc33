import type { Sentence } from '../translation.js';

/** What the commands say that run until somebody ends them: servers and workers. */
export const processTexts = {
  'help.serve': {
    zhTW: '提供 API；以環境變數設定，見 docs/operations.md',
    en: 'serve the API; settings come from the environment, see docs/operations.md',
  },
  'help.serve-only': {
    zhTW: '只提供其中幾個部分：連署人與公開資料、領銜人、主管機關人員、背景查對',
    en: 'serve some parts alone: co-signers and public data, leads, staff, and the work in the background',
  },
  'help.serve-processes': {
    zhTW: '由幾個處理程序一起提供服務，1 到 64；預設 1。每個核心一個最合適',
    en: 'how many processes serve together, 1 to 64; default 1. One for each core is best',
  },
  'help.worker': {
    zhTW: '只做查對的工作，不提供 API；可在多臺機器上同時執行，設定與金鑰和 serve 相同',
    en: 'work on checks and serve nothing; runs on any number of machines, with the settings and keys of serve',
  },
  'serve.ready': {
    zhTW: '連署平台已就緒：{{address}}/api/v1（Ctrl-C 結束）',
    en: 'The platform is ready: {{address}}/api/v1 (Ctrl-C ends it)',
  },
  'serve.ending': { zhTW: '正在結束…', en: 'Ending …' },
  'worker.ready': {
    zhTW: '已開始等候查對的工作，以 {{threads}} 個執行緒驗證。按 Ctrl-C 結束。',
    en: 'Waiting for the work of checks, with {{threads}} threads. Press Ctrl-C to end.',
  },
  'worker.ending': {
    zhTW: '正在結束：做完手上的紀錄，其餘由其他程序接手。',
    en: 'Ending: the records at hand are finished, others take over the rest.',
  },
} as const satisfies Record<string, Sentence>;
