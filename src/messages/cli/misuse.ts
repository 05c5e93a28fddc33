import type { Sentence } from '../translation.js';

/** What keeps a holder from reporting a misused card, and what they can correct. */
export const misuseFailureTexts = {
  'case-number-unusable': {
    zhTW: '{{case}} 不是案號。案號只有數字；演練的案號以 R 開頭。',
    en: '{{case}} is no case number. It has digits only; that of a rehearsal begins with R.',
  },
  'receipt-unreadable': {
    zhTW: '{{file}} 裡沒有收據。收據是 eyJ 開頭的一長串文字。',
    en: 'There is no receipt in {{file}}. It is a long string that begins with eyJ.',
  },
} satisfies Record<string, Sentence>;
