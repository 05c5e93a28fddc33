import type { Sentence } from '../translation.js';

/** What each option and argument means. */
export const optionTexts = {
  'option.json': { zhTW: '印出 JSON', en: 'print JSON' },
  'option.demo-json': { zhTW: '最後一行印出 JSON', en: 'print a JSON object as the last line' },
  'option.citizens': { zhTW: '連署嘗試的次數', en: 'number of attempts to co-sign' },
  'option.seed': { zhTW: '同一種子，同一故事', en: 'the same seed tells the same story' },
  'option.demo-out': { zhTW: '結果放在哪個資料夾', en: 'folder to leave the results in' },
  'option.headless': { zhTW: '演完即結束', en: 'end when the story is over' },
  'option.member-certificate': { zhTW: '簽章憑證，DER 或 PEM', en: 'signing certificate, DER or PEM' },
  'option.roles': {
    zhTW: 'registrar 登記、verifier 查對、approver 核可、auditor 稽核；以逗號分隔',
    en: 'registrar, verifier, approver, auditor; separated by commas',
  },
  'option.member-name': { zhTW: '同仁如何稱呼', en: 'what colleagues call them' },
  'argument.member': {
    zhTW: '人員編號，見 lianshu staff list',
    en: 'identifier of the member, as lianshu staff list shows it',
  },
  'option.server': { zhTW: '平台網址', en: 'address of the platform' },
  'option.origin': {
    zhTW: '連署書上的平台網址，與 --server 不同時才需要',
    en: 'its origin as it stands in statements, where that is another',
  },
  'option.access-code': {
    zhTW: '認證碼；未給時用環境變數 LIANSHU_ACCESS_CODE（較不易外洩）',
    en: 'access code; LIANSHU_ACCESS_CODE when not given (others can’t see that)',
  },
  'option.signing-certificate': { zhTW: '簽章憑證，PEM', en: 'signing certificate, PEM' },
  'option.signing-key': { zhTW: '簽章私密金鑰，PEM', en: 'its private key, PEM' },
  'option.encryption-certificate': { zhTW: '加密憑證，PEM', en: 'encryption certificate, PEM' },
  'option.encryption-key': { zhTW: '加密私密金鑰，PEM', en: 'its private key, PEM' },
  'option.round': {
    zhTW: '1 為主階段，2 為補提；未給時為進行中的階段',
    en: '1 the main round, 2 the supplement; the one in hand when not given',
  },
  'option.new-folder': { zhTW: '寫入的資料夾，必須尚不存在', en: 'folder to write to; it must not exist' },
  'option.clear-roster': {
    zhTW: '名冊以明文寫出：看得到檔案的人就看得到統一編號',
    en: 'write national ID numbers in clear text: whoever reads the file reads them all',
  },
  'option.case': { zhTW: '案號', en: 'the case number' },
  'option.database-url': {
    zhTW: '資料庫，或還原後的備份；未給時用環境變數 DATABASE_URL',
    en: 'the database, or a restored backup; DATABASE_URL when not given',
  },
  'argument.record': { zhTW: '密封紀錄，DER', en: 'sealed record, DER' },
  'option.round-key': { zhTW: '連署金鑰的私密金鑰，PEM', en: 'private key of the round, PEM' },
  'option.evidence-out': {
    zhTW: '將連署證據（CMS SignedData，DER）寫入此檔；內含統一編號',
    en: 'write the evidence (CMS SignedData, DER) to this file; it holds a national ID number',
  },
  'option.countersignature-keys': {
    zhTW: '平台公開的金鑰（JWKS），用來查核副署',
    en: 'the platform’s published keys (JWKS), to verify the countersignature',
  },
  'argument.receipt': {
    zhTW: '收據，或存有收據的檔案（一行一張亦可）',
    en: 'the receipt, or a file with one, or with one a line',
  },
  'option.keys': { zhTW: '平台公開的金鑰，JWKS', en: 'the platform’s published keys, JWKS' },
  'argument.roster-part': {
    zhTW: '名冊分檔或清單檔，CMS AuthEnvelopedData，DER',
    en: 'part or manifest of the roster, CMS AuthEnvelopedData, DER',
  },
  'option.ministry-key': { zhTW: '內政部的私密金鑰，PEM', en: 'the Ministry’s private key, PEM' },
  'option.ministry-certificate': { zhTW: '內政部的憑證，PEM', en: 'the Ministry’s certificate, PEM' },
  'option.commission': {
    zhTW: '中選會的憑證，PEM；他人所簽一律不採',
    en: 'the commission’s certificate, PEM: what any other signed is refused',
  },
  'option.clear-out': {
    zhTW: '允許寫出明文：看得到檔案的人就看得到統一編號',
    en: 'write the clear content: national ID numbers, readable by whoever gets the file',
  },
  'option.clear-file': {
    zhTW: '明文寫入此檔；須加 --clear',
    en: 'where to write the clear content; needs --clear',
  },
  'argument.audited': {
    zhTW: '稽核紀錄檔，或內有 result.json 的資料夾',
    en: 'audit log, or folder with result.json',
  },
  'option.head': {
    zhTW: '先前記下的一筆：可發現紀錄遭截斷或改寫',
    en: 'an event noted down earlier: finds that the log was cut off or rewritten',
  },
  'argument.certificate': { zhTW: '要查核的憑證，DER 或 PEM', en: 'certificate to verify, DER or PEM' },
  'option.anchor': { zhTW: '信賴起點：憑證，DER 或 PEM', en: 'trust anchors: certificates, DER or PEM' },
  'option.chain': { zhTW: '中繼憑證，不拘順序', en: 'intermediate certificates, in any order' },
  'option.crl': { zhTW: '憑證廢止清冊', en: 'certificate revocation lists' },
  'option.ocsp': { zhTW: 'OCSP 回應，DER', en: 'OCSP responses, DER' },
  'option.at': {
    zhTW: '查核的時間，ISO 8601（預設：現在）',
    en: 'time to verify at, ISO 8601 (default: now)',
  },
  'option.policy': {
    zhTW: '要求的憑證政策（預設：不限）',
    en: 'certificate policies to ask for (default: any)',
  },
  'option.require-explicit-policy': {
    zhTW: '整條路徑須有有效的政策',
    en: 'a policy must be valid for the whole path',
  },
  'option.inhibit-policy-mapping': { zhTW: '不許政策對應', en: 'no policy may be mapped' },
  'option.inhibit-any-policy': { zhTW: 'anyPolicy 不予採計', en: 'anyPolicy counts for nothing' },
  'option.revocation': {
    zhTW: '是否須有廢止資料證明每張憑證有效',
    en: 'whether revocation data must show each certificate good',
  },
  'option.algorithms': {
    zhTW: 'strong：同平台；every：另含 SHA-1、短 RSA 及 DSA',
    en: 'strong: as the platform; every: also SHA-1, short RSA and DSA',
  },
  'option.cases': {
    zhTW: '案例檔，一行一個 JSON 物件；未給 --algorithms 時不限演算法',
    en: 'cases, one JSON object a line; every algorithm unless --algorithms says otherwise',
  },
  'argument.crl': { zhTW: '憑證廢止清冊，DER 或 PEM', en: 'CRL, DER or PEM' },
} satisfies Record<string, Sentence>;
