import type {
  CardDocumentErrorCode,
  EnvelopeErrorCode,
  RecordErrorCode,
  SealedErrorCode,
  SignedDataErrorCode,
  SignedDocumentErrorCode,
} from '../../core/cms/index.js';
import type { ValidatorErrorCode } from '../../core/validators.js';
import type { Message } from './message.js';

const signAgain = { zhTW: '請更新卡片程式後重新簽署。', en: 'Update the card program and sign again.' };

export const evidenceMessages = {
  'evidence-too-large': {
    status: 413,
    zhTW: `簽章資料超過 {{limit}} 位元組的上限。${signAgain.zhTW}`,
    en: `The signature data is larger than {{limit}} bytes. ${signAgain.en}`,
  },
  'evidence-trailing-bytes': {
    status: 400,
    zhTW: `簽章資料之後還有多餘的內容。${signAgain.zhTW}`,
    en: `There are bytes after the signature data. ${signAgain.en}`,
  },
  'evidence-indefinite-length': {
    status: 400,
    zhTW: `簽章資料使用不定長度（BER）編碼，本平臺只接受 DER。${signAgain.zhTW}`,
    en: `The signature data uses BER indefinite length; only DER is accepted. ${signAgain.en}`,
  },
  'evidence-nested-too-deeply': {
    status: 400,
    zhTW: `簽章資料的結構層數過多。${signAgain.zhTW}`,
    en: `The signature data is nested too deeply. ${signAgain.en}`,
  },
  'evidence-malformed': {
    status: 400,
    zhTW: `無法讀取簽章資料，格式不是 CMS（DER）。${signAgain.zhTW}`,
    en: `The signature data can’t be read as CMS in DER. ${signAgain.en}`,
  },
  'evidence-not-signed-data': {
    status: 400,
    zhTW: `資料不是 CMS 的 SignedData。${signAgain.zhTW}`,
    en: `The data is not a CMS SignedData. ${signAgain.en}`,
  },
  'evidence-no-signer': {
    status: 400,
    zhTW: `資料內沒有簽章。${signAgain.zhTW}`,
    en: `There is no signature in the data. ${signAgain.en}`,
  },
  'evidence-more-than-one-signer': {
    status: 400,
    zhTW: '資料內有一個以上的簽章。請只用您本人的憑證重新簽署。',
    en: 'There is more than one signature in the data. Sign again with your own certificate only.',
  },
  'evidence-too-many-certificates': {
    status: 400,
    zhTW: `簽章資料附帶超過 {{maximum}} 張憑證。${signAgain.zhTW}`,
    en: `The signature data contains more than {{maximum}} certificates. ${signAgain.en}`,
  },
  'evidence-certificate-malformed': {
    status: 400,
    zhTW: `無法讀取簽章資料內的憑證。${signAgain.zhTW}`,
    en: `A certificate in the signature data can’t be read. ${signAgain.en}`,
  },
  'evidence-certificate-missing': {
    status: 400,
    zhTW: `簽章資料內沒有簽署人的憑證。${signAgain.zhTW}`,
    en: `The signer’s certificate is not in the signature data. ${signAgain.en}`,
  },
  'evidence-certificate-ambiguous': {
    status: 400,
    zhTW: `簽章資料內有兩張不同的憑證都可能是簽署人的。${signAgain.zhTW}`,
    en: `Two different certificates in the signature data could be the signer’s. ${signAgain.en}`,
  },
  'evidence-weak-digest': {
    status: 422,
    zhTW: `簽章使用 MD5 或 SHA-1，已不安全。請改用 SHA-256；${signAgain.zhTW}`,
    en: `The signature uses MD5 or SHA-1, which are no longer safe. Use SHA-256. ${signAgain.en}`,
  },
  'evidence-weak-key': {
    status: 422,
    zhTW: '憑證的 RSA 金鑰不足 2048 位元，已不安全。請換發自然人憑證後再簽署。',
    en: 'The certificate’s RSA key has fewer than 2048 bits and is no longer safe. Renew your certificate and sign again.',
  },
  'evidence-algorithm-unsupported': {
    status: 422,
    zhTW: `簽章的演算法或金鑰種類不在接受範圍（RSA 2048 位元以上、ECDSA P-256 或 P-384）。${signAgain.zhTW}`,
    en: `The algorithm or kind of key is not accepted (RSA of 2048 bits or more, ECDSA on P-256 or P-384). ${signAgain.en}`,
  },
  'evidence-content-type-wrong': {
    status: 422,
    zhTW: `簽章屬性中的內容類型缺少或不符。${signAgain.zhTW}`,
    en: `The content type among the signed attributes is missing or wrong. ${signAgain.en}`,
  },
  'evidence-message-digest-wrong': {
    status: 422,
    zhTW: `簽章屬性中的內容摘要缺少或不符。${signAgain.zhTW}`,
    en: `The message digest among the signed attributes is missing or wrong. ${signAgain.en}`,
  },
  'evidence-signing-certificate-wrong': {
    status: 422,
    zhTW: `簽章屬性指明的憑證不是簽署人的憑證。${signAgain.zhTW}`,
    en: `The signed attributes name another certificate than the signer’s. ${signAgain.en}`,
  },
  'evidence-statement-wrong': {
    status: 422,
    zhTW: '簽署的內容與本案應簽署的文字不同。請在本頁重新開始連署。',
    en: 'What was signed is not the text to be signed here. Please start again on this page.',
  },
  'evidence-signature-wrong': {
    status: 422,
    zhTW: '簽章驗證不符。請重新簽署；若仍無法通過，請洽自然人憑證客服。',
    en: 'The signature does not verify. Sign again; if it still fails, contact the certificate’s help desk.',
  },
  'evidence-content-missing': {
    status: 400,
    zhTW: '簽章資料內沒有所簽署的文件。請以附帶原文的方式重新簽署。',
    en: 'The signed document is not inside. Sign again with the content attached.',
  },
  'evidence-countersignature-missing': {
    status: 422,
    zhTW: '這份連署證據沒有平臺的副署。請從連署紀錄重新取得。',
    en: 'This evidence bears no countersignature of the platform. Take it from the record again.',
  },
  'evidence-countersignature-wrong': {
    status: 422,
    zhTW: '平臺的副署驗證不符，證據可能已遭更動。請從連署紀錄重新取得。',
    en: 'The platform’s countersignature does not verify; the evidence may have been changed. Take it from the record again.',
  },
} satisfies Record<SignedDataErrorCode, Message>;

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
  'record-content-malformed': {
    status: 422,
    zhTW: '連署紀錄的外層已開啟，但內容不是 LeadRecord。這筆紀錄不是本系統密封的，請保留原檔並告知平臺管理人員。',
    en: 'The outer layer opens, but there is no LeadRecord in it. This system did not seal this record. Keep the file and tell the platform’s operators.',
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
    en: 'The key was not wrapped for this certificate or for a passphrase. Use the certificate or passphrase that it was wrapped for.',
  },
  'envelope-undecryptable': {
    status: 422,
    zhTW: '無法開啟封裝的金鑰：通行碼或私鑰不符，或檔案已遭更動。請再試一次。',
    en: 'The wrapped key does not open: the passphrase or private key is wrong, or the file was changed. Try again.',
  },
} satisfies Record<EnvelopeErrorCode, Message>;

export const cardDocumentMessages = {
  'card-document-not-opened': {
    status: 422,
    zhTW: '您的卡片無法開啟這個檔案。請確認插入的是登記的自然人憑證，並重新下載。',
    en: 'Your card does not open this file. Make sure that the registered card is in the reader, and download the file again.',
  },
  'card-document-signed-by-another': {
    status: 422,
    zhTW: '檔案並非以所指定的主管機關憑證簽章，不予採認。請查明檔案來源。',
    en: 'The file is not signed with the commission’s certificate that you gave, and is refused. Find out where it comes from.',
  },
} satisfies Record<Exclude<CardDocumentErrorCode, SignedDocumentErrorCode>, Message>;

export const validatorMessages = {
  'validators-disagree': {
    status: 422,
    zhTW: '兩套獨立的驗章程式對這個簽章的結果不同。請勿採信這個簽章。請保留原檔，並通知系統維護人員。',
    en: 'Two independent validators give different results for this signature. Do not rely on it. Keep the file as it is, and tell the people who maintain the system.',
  },
} satisfies Record<ValidatorErrorCode, Message>;
