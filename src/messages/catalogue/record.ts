import type { EnvelopeErrorCode, RecordErrorCode, SealedErrorCode } from '../../core/cms/index.js';
import type { Message } from '../message.js';

export const recordMessages = {
  'record-malformed': {
    status: 400,
    zhTW: '這不是連署紀錄的密封檔。請確認檔案正確且完整。',
    en: 'This is not a sealed record. Make sure that it is the right file and complete.',
  },
  'record-not-for-this-key': {
    status: 422,
    zhTW: '這筆連署紀錄不是以這把金鑰密封的。請改用該次連署的金鑰。',
    en: 'This record was sealed to another key. Use the key of its round.',
  },
  'record-authentication-failed': {
    status: 422,
    zhTW: '連署紀錄密封後內容已遭更動，無法開啟。請從資料庫或備份重新取得。',
    en: 'The record was changed after it was sealed and can’t be opened. Fetch it again from the database or a backup.',
  },
} satisfies Record<RecordErrorCode, Message>;

export const sealedMessages = {
  'sealed-malformed': {
    status: 400,
    zhTW: '這不是密封文件（AuthEnvelopedData、AES-256-GCM）。請確認檔案正確且完整。',
    en: 'This is not a sealed document (AuthEnvelopedData, AES-256-GCM). Make sure that it is the right file and complete.',
  },
  'sealed-not-for-this-key': {
    status: 422,
    zhTW: '文件不是密封給這張憑證的。請確認收件憑證後重新密封。',
    en: 'The document was not sealed to this certificate. Check the recipient’s certificate and seal it again.',
  },
  'sealed-authentication-failed': {
    status: 422,
    zhTW: '文件密封後內容已遭更動，無法開啟。請重新傳送。',
    en: 'The document was changed after it was sealed and can’t be opened. Send it again.',
  },
} satisfies Record<SealedErrorCode, Message>;

export const envelopeMessages = {
  'envelope-malformed': {
    status: 400,
    zhTW: '這不是封裝的金鑰（EnvelopedData、AES-256-CBC）。請確認檔案正確且完整。',
    en: 'This is not a wrapped key (EnvelopedData, AES-256-CBC). Make sure that it is the right file and complete.',
  },
  'envelope-not-for-this-key': {
    status: 422,
    zhTW: '金鑰不是封裝給這張憑證或通行碼的。請改用封裝時指定的憑證或通行碼。',
    en: 'The key was not wrapped for this certificate or for a passphrase. Use one it was wrapped for.',
  },
  'envelope-undecryptable': {
    status: 422,
    zhTW: '無法開啟封裝的金鑰：通行碼或私鑰不符，或檔案已遭更動。請再試一次。',
    en: 'The wrapped key does not open: the passphrase or private key is wrong, or the file was changed. Try again.',
  },
} satisfies Record<EnvelopeErrorCode, Message>;
