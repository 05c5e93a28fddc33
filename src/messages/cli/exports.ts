import type { Sentence } from '../translator.js';

/** What the exports print, and the labels of their progress. */
export const exportTexts = {
  'lead-export.records': {
    zhTW: '{{records}} 筆紀錄已存入 {{folder}}，其中 {{unreadable}} 筆無法讀取。',
    en: '{{records}} records in {{folder}}, {{unreadable}} of which cannot be read.',
  },
  'lead-export.clear': {
    zhTW: 'roster.csv 以明文載有統一編號。請妥善保管，用畢銷毀。',
    en: 'roster.csv holds national ID numbers in clear text. Keep it locked away; destroy it when done.',
  },
  'lead-export.sealed': {
    zhTW: '名冊密封給您的憑證。開啟：',
    en: 'The roster is sealed to your certificate. To open it:',
  },
  'rescue-export.written': {
    zhTW: '{{files}} 個檔案已寫入 {{folder}}，內容見 manifest.json。請整個交給領銜人。',
    en: '{{files}} files written to {{folder}}. manifest.json says what is in them. Hand the folder to the lead.',
  },
  'progress.records': { zhTW: '紀錄', en: 'records' },
  'progress.files': { zhTW: '檔案', en: 'files' },
  'progress.bytes': { zhTW: '位元組', en: 'bytes' },
} satisfies Record<string, Sentence>;
