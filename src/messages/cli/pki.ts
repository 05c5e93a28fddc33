import { pathMessages } from '../catalogue/certificates.js';
import type { Sentence } from '../translation.js';

/** The texts of `pki verify` and `pki crl`, except the verdicts. */
export const pkiTexts = {
  'pki.valid': { zhTW: '憑證在 {{at}} 有效。', en: 'The certificate is valid at {{at}}.' },
  'pki.refused': { zhTW: '憑證不予採認。', en: 'The certificate is not accepted.' },
  'pki.policies': { zhTW: '憑證政策：{{policies}}', en: 'Certificate policies: {{policies}}' },
  'pki.none': { zhTW: '無', en: 'none' },
  'pki.revocation-checked': {
    zhTW: '廢止狀態：已查核，整條憑證鏈均未廢止。',
    en: 'Revocation: checked; no certificate of the path is revoked.',
  },
  'pki.revocation-not-checked': { zhTW: '廢止狀態：未查核。', en: 'Revocation: not checked.' },
  'pki.at-fault': { zhTW: '有問題的憑證：{{name}}', en: 'Certificate at fault: {{name}}' },
  'pki.validity': { zhTW: '有效期間：{{from}} 至 {{to}}', en: 'Valid from {{from}} to {{to}}' },
  'code.line': { zhTW: '代碼：{{code}}', en: 'Code: {{code}}' },
  'crl.refused': { zhTW: '這份清冊不能使用。', en: 'This CRL cannot be used.' },
  'crl.issuer': { zhTW: '簽發者', en: 'Issuer' },
  'crl.number': { zhTW: '編號', en: 'Number' },
  'crl.complete': { zhTW: '{{number}}（完整）', en: '{{number}} (complete)' },
  'crl.delta': {
    zhTW: '{{number}}（編號 {{base}} 以來的異動）',
    en: '{{number}} (changes since number {{base}})',
  },
  'crl.this-update': { zhTW: '本次更新', en: 'This update' },
  'crl.next-update': { zhTW: '下次更新', en: 'Next update' },
  'crl.not-stated': { zhTW: '未載明', en: 'not stated' },
  'crl.entries': { zhTW: '筆數', en: 'Entries' },
  'crl.size': { zhTW: '大小', en: 'Size' },
  'crl.bytes': { zhTW: '{{bytes}} 位元組', en: '{{bytes}} bytes' },
  'crl.digest': { zhTW: 'SHA-256', en: 'SHA-256' },
  'crl.loaded-in': { zhTW: '載入時間', en: 'Loaded in' },
  'crl.milliseconds': { zhTW: '{{value}} 毫秒', en: '{{value}} ms' },
  'crl.not-checked': { zhTW: '未查核簽章。', en: 'The signature was not checked.' },
} satisfies Record<string, Sentence>;

type PathVerdicts = { [Code in keyof typeof pathMessages as `verdict.${Code & string}`]: Sentence };

/** The verdicts of `pki verify`, for people who examine certificates. Co-signers get other sentences for the same codes. */
export const verdictTexts = {
  // The object's keys are those of its type, each with `verdict.` before it.
  ...(Object.fromEntries(
    Object.entries(pathMessages).map(([code, { zhTW, en }]) => [`verdict.${code}`, { zhTW, en }]),
  ) as PathVerdicts),
  'verdict.certificate-revoked': {
    zhTW: '憑證在所查時間之前已廢止或停用。',
    en: 'The certificate was revoked or suspended before the given time.',
  },
  'verdict.revocation-unknown': {
    zhTW: '附上的廢止資料無法確定這張憑證的狀態，因此不予採認。',
    en: 'The revocation data given does not determine the status of this certificate, so the certificate is not accepted.',
  },
  'verdict.revocation-unavailable': {
    zhTW: '沒有這張憑證在所查時間有效的廢止資料。請附上憑證廢止清冊（--crl）或 OCSP 回應（--ocsp）。',
    en: 'No revocation data for this certificate is current at the given time. Give a CRL (--crl) or an OCSP response (--ocsp).',
  },
  'verdict.file-unreadable': { zhTW: '無法讀取檔案 {{file}}。', en: 'The file {{file}} cannot be read.' },
  'verdict.certificate-malformed': {
    zhTW: '檔案 {{file}} 不是格式正確的憑證（DER 或 PEM）。',
    en: 'The file {{file}} is not a well-formed certificate in DER or PEM.',
  },
  'verdict.crl-malformed': {
    zhTW: '檔案 {{file}} 不是格式正確的憑證廢止清冊（DER 或 PEM）。',
    en: 'The file {{file}} is not a well-formed CRL in DER or PEM.',
  },
  'verdict.ocsp-malformed': {
    zhTW: '檔案 {{file}} 不是格式正確的 OCSP 回應。',
    en: 'The file {{file}} is not a well-formed OCSP response.',
  },
  'verdict.case-malformed': {
    zhTW: '案例的欄位 {{field}} 有誤。',
    en: 'The field {{field}} of the case is wrong.',
  },
} satisfies Record<string, Sentence>;
