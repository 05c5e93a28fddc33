import type { CeremonyErrorCode } from '../../core/ceremony/index.js';
import type { Message } from '../message.js';

export const ceremonyMessages = {
  'ceremony-key-not-opened': {
    status: 422,
    zhTW: '您的卡片無法開啟封裝的金鑰。請確認插入的是登記的自然人憑證，並再試一次。',
    en: 'Your card does not open the wrapped key. Make sure that the registered card is in the reader and try again.',
  },
  'ceremony-key-mismatch': {
    status: 422,
    zhTW: '卡片開啟的金鑰與該次連署公布的金鑰不符。尚未送出任何資料，請與主管機關聯繫。',
    en: 'The key your card opened is not the published key of the round. Nothing was sent; please contact the commission.',
  },
  'ceremony-probe-not-opened': {
    status: 422,
    zhTW: '無法以該次連署的金鑰開啟伺服器的驗證資料。請重新進行金鑰設定。',
    en: 'The server’s probe does not open with the key of the round. Please set up the key again.',
  },
} satisfies Record<CeremonyErrorCode, Message>;
