import type { PathErrorCode } from '../../core/path/index.js';
import type { RevocationErrorCode } from '../../core/revocation/index.js';
import type { TrustErrorCode } from '../../trust/errors.js';
import type { Message } from './message.js';

/** What revocation data means for a certificate's holder. `revocation-unavailable` is a fault of the platform, so it is 503 and can be retried. */
const revocationMessages = {
  'certificate-revoked': {
    status: 422,
    zhTW: '您的自然人憑證已停用或廢止。請到戶政事務所辦理復用，或申請新的憑證。',
    en: 'Your Citizen Digital Certificate is suspended or revoked. Please have it restored, or apply for a new one, at a household registration office.',
  },
  'revocation-unknown': {
    status: 422,
    zhTW: '憑證管理中心沒有這張憑證的狀態資料。請稍後再試一次。若仍然失敗，請洽內政部憑證管理中心。',
    en: 'The certification authority has no status for this certificate. Please try again later. If it fails again, contact MOICA.',
  },
  'revocation-unavailable': {
    status: 503,
    zhTW: '目前無法取得最新的憑證廢止資料，因此暫停受理。這不是您憑證的問題。請稍後再試一次。',
    en: 'The latest certificate revocation data cannot be obtained at the moment, so nothing can be accepted. This is not a fault of your certificate. Please try again later.',
  },
} satisfies Record<RevocationErrorCode, Message>;

/** Why a certificate is refused, in sentences for its holder. */
export const trustMessages = {
  'certificate-health-insurance': {
    status: 422,
    zhTW: '健保卡不能用來連署，因為健保卡常由他人代為使用，不能證明是本人。請改用您本人的自然人憑證。',
    en: 'A National Health Insurance card cannot be used here: others often use it for its owner, so it does not show who is signing. Please use your own Citizen Digital Certificate.',
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

/**
 * Why a certificate has no valid path, in sentences for people who examine certificates. `lianshu pki verify` prints them. A
 * co-signer gets the sentences of `trustMessages` instead, so HTTP never answers these.
 */
export const pathMessages = {
  'issuer-not-found': {
    status: 422,
    zhTW: '找不到簽發這張憑證的機構。請補上中繼憑證，或確認信賴起點的憑證是否正確。',
    en: 'No issuer of this certificate was found. Add the intermediate certificates, or check the trust anchors.',
  },
  'signature-invalid': {
    status: 422,
    zhTW: '憑證上的簽章無法以任何同名簽發者的金鑰驗證。憑證可能遭竄改，或由其他機構簽發。',
    en: 'The signature does not verify with the key of any issuer of that name. The certificate was changed, or somebody else issued it.',
  },
  'signature-algorithm-refused': {
    status: 422,
    zhTW: '憑證的簽章演算法（{{algorithm}}）無法辨識、與金鑰不符，或強度不足。',
    en: 'The signature algorithm ({{algorithm}}) is unknown, does not fit the key, or is too weak.',
  },
  'public-key-unusable': {
    status: 422,
    zhTW: '簽發者的公開金鑰無法使用。請確認簽發者的憑證是否完整。',
    en: "The issuer's public key cannot be used. Check the issuer's certificate.",
  },
  'signature-algorithm-mismatch': {
    status: 422,
    zhTW: '憑證內外所載的簽章演算法不一致（RFC 5280 §4.1.1.2）。',
    en: 'The signature algorithms inside and outside the signed part differ (RFC 5280 §4.1.1.2).',
  },
  'certificate-not-yet-valid': {
    status: 422,
    zhTW: '在所查時間，憑證尚未生效。',
    en: 'The certificate was not valid yet at the time asked about.',
  },
  'certificate-expired': {
    status: 422,
    zhTW: '在所查時間，憑證已過期。',
    en: 'The certificate had expired at the time asked about.',
  },
  'anchor-not-valid-then': {
    status: 422,
    zhTW: '在所查時間，信賴起點的憑證不在有效期間內。',
    en: 'The trust anchor was not valid at the time asked about.',
  },
  'serial-number-too-long': {
    status: 422,
    zhTW: '憑證序號超過 20 個位元組（RFC 5280 §4.1.2.2）。',
    en: 'The serial number is longer than 20 octets (RFC 5280 §4.1.2.2).',
  },
  'name-missing': {
    status: 422,
    zhTW: '憑證沒有簽發者名稱，或沒有任何主體名稱（RFC 5280 §4.1.2.4、4.1.2.6）。',
    en: 'The certificate does not name its issuer, or does not name its subject at all (RFC 5280 §4.1.2.4, 4.1.2.6).',
  },
  'extension-malformed': {
    status: 422,
    zhTW: '憑證的擴充欄位（{{extension}}）不符合標準的格式（RFC 5280 §4.2）。',
    en: 'The extension {{extension}} is not in the form that the standard gives it (RFC 5280 §4.2).',
  },
  'critical-extension-unknown': {
    status: 422,
    zhTW: '憑證有一個標示為關鍵、但無法處理的擴充欄位（{{extension}}）。',
    en: 'The certificate has an extension marked critical that cannot be processed ({{extension}}).',
  },
  'issuer-not-ca': {
    status: 422,
    zhTW: '簽發他人憑證的這張憑證，本身不是憑證機構的憑證（RFC 5280 §6.1.4 (k)）。',
    en: 'This certificate issued another one, but it is not the certificate of a certification authority (RFC 5280 §6.1.4 (k)).',
  },
  'issuer-key-usage': {
    status: 422,
    zhTW: '簽發他人憑證的金鑰，其用途不含憑證簽章（RFC 5280 §6.1.4 (n)）。',
    en: 'The key that signed another certificate is not meant for signing certificates (RFC 5280 §6.1.4 (n)).',
  },
  'path-too-long': {
    status: 422,
    zhTW: '憑證鏈的長度超過憑證機構所允許的上限（RFC 5280 §6.1.4 (l)）。',
    en: 'The path has more intermediate certificates than an authority above allows (RFC 5280 §6.1.4 (l)).',
  },
  'name-not-permitted': {
    status: 422,
    zhTW: '憑證上的名稱不在憑證機構獲准簽發的範圍內（RFC 5280 §6.1.3 (b)）。',
    en: 'A name in the certificate is not among those that its authority may issue certificates for (RFC 5280 §6.1.3 (b)).',
  },
  'name-excluded': {
    status: 422,
    zhTW: '憑證上的名稱屬於憑證機構不得簽發的範圍（RFC 5280 §6.1.3 (c)）。',
    en: 'A name in the certificate is among those that its authority must not issue certificates for (RFC 5280 §6.1.3 (c)).',
  },
  'name-constraint-unsupported': {
    status: 422,
    zhTW: '憑證上有一個受限制的名稱，其形式無法與限制比對，因此不予採認（RFC 5280 §4.2.1.10）。',
    en: 'A constrained name is in a form that cannot be compared with its constraint, so it is refused (RFC 5280 §4.2.1.10).',
  },
  'policy-mapping-invalid': {
    status: 422,
    zhTW: '憑證把憑證政策對應到 anyPolicy，或由 anyPolicy 對應出去（RFC 5280 §6.1.4 (a)）。',
    en: 'The certificate maps a policy to or from anyPolicy (RFC 5280 §6.1.4 (a)).',
  },
  'policy-not-valid': {
    status: 422,
    zhTW: '必須有明示的憑證政策，但整條憑證鏈沒有共同有效的政策（RFC 5280 §6.1.5 (g)）。',
    en: 'An explicit certificate policy is required, and none is valid for the whole path (RFC 5280 §6.1.5 (g)).',
  },
  'path-search-exhausted': {
    status: 422,
    zhTW: '所附憑證過多，或彼此循環簽發，在計算上限內找不到完整的憑證鏈。請減少附上的憑證。',
    en: 'There are too many certificates, or they issued each other in a circle. No complete path was found within the allowed work. Supply fewer.',
  },
} satisfies Record<PathErrorCode, Message>;
