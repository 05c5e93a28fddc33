import type { ChallengeErrorCode } from '../../core/challenge.js';
import type { Message } from '../message.js';

export const challengeMessages = {
  'challenge-malformed': {
    status: 400,
    zhTW: '查驗碼無效。請回到連署頁面重新取得後再簽署。',
    en: 'The challenge is not valid. Go back to the signing page, get a new one and sign again.',
  },
  'challenge-stale': {
    status: 422,
    zhTW: '查驗碼已超過十分鐘的有效時間。請重新取得後再簽署。',
    en: 'The challenge is more than ten minutes old. Get a new one and sign again.',
  },
  'challenge-for-another-purpose': {
    status: 422,
    zhTW: '查驗碼是為其他案件或其他用途核發的。請在本頁重新取得後再簽署。',
    en: 'The challenge was issued for another case or purpose. Get a new one on this page and sign again.',
  },
} satisfies Record<ChallengeErrorCode, Message>;
