import type { TrustErrorCode } from '../../trust/index.js';
import type { Message } from '../message.js';
import { revocationMessages } from './revocation.js';

/** What a certificate's refusal means to its holder. */
export const trustMessages = {
  'certificate-health-insurance': {
    status: 422,
    zhTW: '健保卡不能用來連署。請改用您本人的自然人憑證。',
    en: 'A National Health Insurance card cannot be used here. Please use your own Citizen Digital Certificate.',
  },
  'certificate-untrusted': {
    status: 422,
    zhTW: '這張憑證不是由內政部憑證管理中心簽發，無法採用。請插入您的自然人憑證後再試一次。',
    en: 'This certificate was not issued by the Ministry of the Interior Certification Authority. Please insert your Citizen Digital Certificate and try again.',
  },
  'certificate-expired': {
    status: 422,
    zhTW: '您的自然人憑證已過期。請到內政部憑證管理中心網站辦理展期，或向戶政事務所申請新的憑證。',
    en: 'Your Citizen Digital Certificate has expired. Please extend it on the MOICA website, or apply for a new one at a household registration office.',
  },
  'certificate-not-yet-valid': {
    status: 422,
    zhTW: '您的自然人憑證尚未生效。請在憑證生效後再試一次。',
    en: 'Your Citizen Digital Certificate is not valid yet. Please try again once it is.',
  },
  'certificate-wrong-type': {
    status: 422,
    zhTW: '這張憑證不是自然人憑證。請改用您本人的自然人憑證。',
    en: 'This is not a Citizen Digital Certificate of a natural person. Please use your own.',
  },
  'certificate-weak-algorithm': {
    status: 422,
    zhTW: '這張憑證的金鑰或演算法強度不足。請向戶政事務所申請新的自然人憑證。',
    en: 'The key or algorithm of this certificate is too weak. Please apply for a new Citizen Digital Certificate at a household registration office.',
  },
  'certificate-wrong-key-usage': {
    status: 422,
    zhTW: '這是卡片上的加密憑證，不能用來簽章。請選擇同一張卡片上的簽章憑證。',
    en: "This certificate is not meant for signing. Please choose the card's signing certificate instead.",
  },
  ...revocationMessages,
} satisfies Record<TrustErrorCode, Message>;
