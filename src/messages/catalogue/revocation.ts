import type { RevocationErrorCode } from '../../core/revocation/index.js';
import type { Message } from '../message.js';

/** What revocation data says to a certificate's holder. `revocation-unavailable` is ours to mend, so it is 503 and may be retried. */
export const revocationMessages = {
  'certificate-revoked': {
    status: 422,
    zhTW: '您的自然人憑證已停用或廢止。請到戶政事務所辦理復用，或申請新的憑證。',
    en: 'Your Citizen Digital Certificate is suspended or revoked. Please have it restored, or apply for a new one, at a household registration office.',
  },
  'revocation-unknown': {
    status: 422,
    zhTW: '憑證管理中心沒有這張憑證的狀態資料。請稍後再試一次；若仍然失敗，請洽內政部憑證管理中心。',
    en: 'The certification authority has no status for this certificate. Please try again later; if it fails again, contact MOICA.',
  },
  'revocation-unavailable': {
    status: 503,
    zhTW: '目前無法取得最新的憑證廢止資料，暫停受理。這不是您憑證的問題，請稍後再試一次。',
    en: 'The latest certificate revocation data cannot be obtained at the moment, so nothing can be accepted. This is no fault of your certificate; please try again later.',
  },
} satisfies Record<RevocationErrorCode, Message>;
