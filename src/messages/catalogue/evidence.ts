import type { EvidenceErrorCode } from '../../core/cms/index.js';
import type { Message } from '../message.js';

const again = { zhTW: '請更新卡片程式後重新簽署。', en: 'Update the card program and sign again.' };

export const evidenceMessages = {
  'evidence-too-large': {
    status: 413,
    zhTW: `簽章資料超過 {{limit}} 位元組的上限。${again.zhTW}`,
    en: `The signature data is larger than {{limit}} bytes. ${again.en}`,
  },
  'evidence-trailing-bytes': {
    status: 400,
    zhTW: `簽章資料之後還有多餘的內容。${again.zhTW}`,
    en: `There are bytes after the signature data. ${again.en}`,
  },
  'evidence-indefinite-length': {
    status: 400,
    zhTW: `簽章資料使用不定長度（BER）編碼，本平臺只接受 DER。${again.zhTW}`,
    en: `The signature data uses BER indefinite length; only DER is accepted. ${again.en}`,
  },
  'evidence-nested-too-deeply': {
    status: 400,
    zhTW: `簽章資料的結構層數過多。${again.zhTW}`,
    en: `The signature data is nested too deeply. ${again.en}`,
  },
  'evidence-malformed': {
    status: 400,
    zhTW: `無法讀取簽章資料，格式不是 CMS（DER）。${again.zhTW}`,
    en: `The signature data can’t be read as CMS in DER. ${again.en}`,
  },
  'evidence-not-signed-data': {
    status: 400,
    zhTW: `資料不是 CMS 的 SignedData。${again.zhTW}`,
    en: `The data is not a CMS SignedData. ${again.en}`,
  },
  'evidence-no-signer': {
    status: 400,
    zhTW: `資料內沒有簽章。${again.zhTW}`,
    en: `There is no signature in the data. ${again.en}`,
  },
  'evidence-more-than-one-signer': {
    status: 400,
    zhTW: '資料內有一個以上的簽章。請只用您本人的憑證重新簽署。',
    en: 'There is more than one signature in the data. Sign again with your own certificate only.',
  },
  'evidence-too-many-certificates': {
    status: 400,
    zhTW: `簽章資料附帶超過 {{maximum}} 張憑證。${again.zhTW}`,
    en: `The signature data brings more than {{maximum}} certificates. ${again.en}`,
  },
  'evidence-certificate-malformed': {
    status: 400,
    zhTW: `無法讀取簽章資料內的憑證。${again.zhTW}`,
    en: `A certificate in the signature data can’t be read. ${again.en}`,
  },
  'evidence-certificate-missing': {
    status: 400,
    zhTW: `簽章資料內沒有簽署人的憑證。${again.zhTW}`,
    en: `The signer’s certificate is not in the signature data. ${again.en}`,
  },
  'evidence-certificate-ambiguous': {
    status: 400,
    zhTW: `簽章資料內有兩張不同的憑證都可能是簽署人的。${again.zhTW}`,
    en: `Two different certificates in the signature data could be the signer’s. ${again.en}`,
  },
  'evidence-weak-digest': {
    status: 422,
    zhTW: `簽章使用 MD5 或 SHA-1，已不安全。請改用 SHA-256；${again.zhTW}`,
    en: `The signature uses MD5 or SHA-1, which are no longer safe. Use SHA-256. ${again.en}`,
  },
  'evidence-weak-key': {
    status: 422,
    zhTW: '憑證的 RSA 金鑰不足 2048 位元，已不安全。請換發自然人憑證後再簽署。',
    en: 'The certificate’s RSA key has fewer than 2048 bits and is no longer safe. Renew your certificate and sign again.',
  },
  'evidence-algorithm-unsupported': {
    status: 422,
    zhTW: `簽章的演算法或金鑰種類不在接受範圍（RSA 2048 位元以上、ECDSA P-256 或 P-384）。${again.zhTW}`,
    en: `The algorithm or kind of key is not accepted (RSA of 2048 bits or more, ECDSA on P-256 or P-384). ${again.en}`,
  },
  'evidence-content-type-wrong': {
    status: 422,
    zhTW: `簽章屬性中的內容類型缺少或不符。${again.zhTW}`,
    en: `The content type among the signed attributes is missing or wrong. ${again.en}`,
  },
  'evidence-message-digest-wrong': {
    status: 422,
    zhTW: `簽章屬性中的內容摘要缺少或不符。${again.zhTW}`,
    en: `The message digest among the signed attributes is missing or wrong. ${again.en}`,
  },
  'evidence-signing-certificate-wrong': {
    status: 422,
    zhTW: `簽章屬性指明的憑證不是簽署人的憑證。${again.zhTW}`,
    en: `The signed attributes name another certificate than the signer’s. ${again.en}`,
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
} satisfies Record<EvidenceErrorCode, Message>;
