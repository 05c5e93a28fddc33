import type { Sentence } from '../translation.js';

/** The description of each option and argument. */
export const optionTexts = {
  'option.json': { zhTW: '印出 JSON', en: 'print JSON' },
  'option.demo-json': { zhTW: '最後一行印出 JSON', en: 'print one JSON object as the last line' },
  'option.citizens': { zhTW: '連署嘗試的次數', en: 'number of attempts to co-sign' },
  'option.seed': { zhTW: '種子相同，結果就相同', en: 'the same seed gives the same results' },
  'option.demo-out': { zhTW: '存放結果的資料夾', en: 'folder for the results' },
  'option.headless': { zhTW: '示範完成後即結束', en: 'end after the last step' },
  'option.person': {
    zhTW: '示範的卡片：good 等，見 docs/cli.md；給一個以上或未給時，由讀卡視窗選擇',
    en: 'cards of the demo: good and others, see docs/cli.md; with more than one, or none given, the popup lets you choose',
  },
  'option.card-seed': { zhTW: '種子相同，持卡人就相同', en: 'the same seed gives the same people' },
  'option.pkcs12-files': {
    zhTW: '以 PKCS #12 檔代替卡片，內有兩張憑證及其金鑰，可分為兩個檔案',
    en: 'PKCS #12 file in place of a card, with both certificates and their keys; or two files',
  },
  'option.passphrase-file': {
    zhTW: '內有 PKCS #12 檔密碼的檔案；未給時詢問（不顯示輸入）',
    en: 'file with the passphrase of the PKCS #12 file; if not given, you are asked and nothing is shown',
  },
  'option.pkcs11': {
    zhTW: 'PKCS #11 模組（.so、.dll），使用其中的卡片',
    en: 'a PKCS #11 module (.so, .dll), to use the card behind it',
  },
  'option.token': {
    zhTW: '卡片（token）的標籤，模組中不只一張時才需要',
    en: 'label of the token, if the module has more than one',
  },
  'option.fault': {
    zhTW: '模擬一種狀況：no-reader、no-card、wrong-pin、locked 等，見 docs/cli.md',
    en: 'a fault to play: no-reader, no-card, wrong-pin, locked and others, see docs/cli.md',
  },
  'option.site': {
    zhTW: '只允許這些網站使用卡片（未給時不限）',
    en: 'origins of the only sites that may use the card (default: any)',
  },
  'option.card-port': {
    zhTW: '埠號；網站只會找 61161，0 為任一可用的埠',
    en: 'port; sites look for 61161 alone; 0 for any free one',
  },
  'option.member-certificate': { zhTW: '簽章憑證，DER 或 PEM', en: 'signing certificate, DER or PEM' },
  'option.roles': {
    zhTW: 'registrar 登記、verifier 查對、approver 核可、auditor 稽核；以逗號分隔',
    en: 'registrar, verifier, approver, auditor; separated by commas',
  },
  'option.member-name': { zhTW: '人員的名稱，供同仁辨識', en: 'name by which colleagues know the member' },
  'option.emergency': {
    zhTW: '緊急時不經兩人核可：命令變更的公文文號。此次變更會對外公布',
    en: 'in an emergency, without two people: number of the document that orders it; the change is published',
  },
  'argument.member': {
    zhTW: '人員編號，見 lianshu staff list',
    en: 'identifier of the member, as lianshu staff list shows it',
  },
  'option.server': { zhTW: '平台網址', en: 'address of the platform' },
  'option.origin': {
    zhTW: '連署書上的平台網址，與 --server 不同時才需要',
    en: 'origin in the statements, if it differs from --server',
  },
  'option.access-code-file': {
    zhTW: '內有認證碼的檔案；未給時用環境變數 LIANSHU_ACCESS_CODE，否則詢問（不顯示輸入）',
    en: 'file with the access code; if not given, LIANSHU_ACCESS_CODE, else you are asked and nothing is shown',
  },
  'option.pkcs12': {
    zhTW: '以 PKCS #12 檔代替卡片：一個檔案內有兩張憑證及其金鑰，或重複此選項、各一個檔案',
    en: 'a PKCS #12 file in place of a card, with both certificates and their keys; or give it twice, one file for each',
  },
  'option.pin-file': {
    zhTW: '內有 PIN 碼的檔案；未給時每次用卡都詢問（不顯示輸入）',
    en: 'file with the PIN; if not given, you are asked at each use of the card and nothing is shown',
  },
  'option.deputy': {
    zhTW: '代理人的加密憑證，PEM 或 DER；PEM 檔可含數位代理人。卡片遺失時，代理人也能開啟連署金鑰。可重複',
    en: 'encryption certificate of a deputy, PEM or DER; a PEM file may hold several deputies. A deputy can open the round key if your card is lost; may be given more than once',
  },
  'option.recovery-passphrase': {
    zhTW: '設定備援密語：詢問兩次（不顯示輸入）；卡片遺失時可用來開啟連署金鑰',
    en: 'set a recovery passphrase, which opens the round key if your card is lost; you are asked twice and nothing is shown',
  },
  'option.recovery-passphrase-file': {
    zhTW: '內有備援密語的檔案',
    en: 'file with the recovery passphrase',
  },
  'option.open-by-passphrase': {
    zhTW: '以備援密語開啟連署金鑰，代替卡片（會詢問）',
    en: 'open the round key with the recovery passphrase in place of the card (it is asked for)',
  },
  'option.deputy-certificate': {
    zhTW: '以代理人開啟連署金鑰，代替卡片：代理人的加密憑證，PEM',
    en: 'a deputy opens the round key in place of the card: the deputy’s encryption certificate, PEM',
  },
  'option.deputy-key': { zhTW: '代理人的加密私鑰，PEM', en: 'the deputy’s encryption key, PEM' },
  'option.offline': {
    zhTW: '不經平臺：由救援匯出的資料夾製作提出檔案（最後一日平臺停擺時，連署辦法第 11 條）',
    en: 'without the platform: make the submission from the folder of a rescue export (an outage on the last day, REG 11)',
  },
  'option.offline-out': {
    zhTW: '與 --offline 並用：寫入提出檔案的資料夾',
    en: 'with --offline: folder to write the submission to',
  },
  'option.without-recovery': {
    zhTW: '不設代理人與備援密語，也不再詢問：卡片遺失，所有連署即無法開啟',
    en: 'no deputy and no recovery passphrase, and don’t ask: if the card is lost, no co-signature can ever be opened',
  },
  'option.commission-decryption': {
    zhTW: '中選會的解密憑證，PEM；伺服器給的憑證不是這一張時，不提出',
    en: 'the commission’s decryption certificate, PEM; nothing is submitted if the server gives another one',
  },
  'option.yes-submit-case': {
    zhTW: '供程式使用：確認提出此案號的連署，不再詢問',
    en: 'for scripts: confirm the submission of the case with this number, and don’t ask',
  },
  'option.search': {
    zhTW: '查詢統一編號：逐一詢問（程式由標準輸入讀取，一行一個），號碼不會列印出來',
    en: 'look up national ID numbers: you are asked for one after another (a script: one a line on standard input); no number is printed',
  },
  'option.struck-out-file': {
    zhTW: '將清冊（CSV）以明文寫入此檔：看得到檔案的人就看得到統一編號',
    en: 'write the list (CSV) in clear text: anyone who can read the file sees the national ID numbers',
  },
  'option.signing-certificate': { zhTW: '簽章憑證，PEM', en: 'signing certificate, PEM' },
  'option.signing-key': { zhTW: '簽章私密金鑰，PEM', en: 'its private key, PEM' },
  'option.encryption-certificate': { zhTW: '加密憑證，PEM', en: 'encryption certificate, PEM' },
  'option.encryption-key': { zhTW: '加密私密金鑰，PEM', en: 'its private key, PEM' },
  'option.round': {
    zhTW: '1 為主階段，2 為補提；未給時為進行中的階段',
    en: '1 the main round, 2 the supplement; if not given, the current round',
  },
  'option.struck-out-round': {
    zhTW: '1 為主階段，2 為補提；未給時為最近查對的階段',
    en: '1 the main round, 2 the supplement; if not given, the round checked last',
  },
  'option.new-folder': { zhTW: '寫入的資料夾，必須尚不存在', en: 'folder to write to; it must not exist' },
  'option.clear-roster': {
    zhTW: '名冊以明文寫出：看得到檔案的人就看得到統一編號',
    en: 'write the roster in clear text: anyone who can read the file sees the national ID numbers',
  },
  'option.case': { zhTW: '案號', en: 'the case number' },
  'option.database-url': {
    zhTW: '資料庫，或還原後的備份；未給時用環境變數 DATABASE_URL',
    en: 'the database, or a restored backup; if not given, DATABASE_URL',
  },
  'argument.record': { zhTW: '密封紀錄，DER', en: 'sealed record, DER' },
  'option.round-key': { zhTW: '領銜人的連署金鑰（私密金鑰），PEM', en: 'the lead’s private round key, PEM' },
  'option.commission-round-key': {
    zhTW: '中選會的本階段金鑰（私密金鑰），PEM；未給時只開啟外層',
    en: 'the commission’s private round key, PEM; without it, only the outer layer is opened',
  },
  'option.evidence-out': {
    zhTW: '將連署證據（DER）寫入此檔；有 --commission-key 時為 CMS SignedData，內含姓名與統一編號，否則仍為密封',
    en: 'write the evidence (DER) to this file: with --commission-key a CMS SignedData, with a name and a national ID number; else still sealed',
  },
  'option.countersignature-keys': {
    zhTW: '平台公開的金鑰（JWKS），用來查核副署',
    en: 'the platform’s published keys (JWKS), to verify the countersignature',
  },
  'argument.receipt': {
    zhTW: '收據，或存有收據的檔案（每行一張）',
    en: 'a receipt, or a file with receipts, one a line',
  },
  'option.keys': { zhTW: '平台公開的金鑰，JWKS', en: 'the platform’s published keys, JWKS' },
  'argument.roster-part': {
    zhTW: '名冊分檔或清單檔，CMS AuthEnvelopedData，DER',
    en: 'part or manifest of the roster, CMS AuthEnvelopedData, DER',
  },
  'option.ministry-key': { zhTW: '內政部的私密金鑰，PEM', en: 'the Ministry’s private key, PEM' },
  'option.ministry-certificate': { zhTW: '內政部的憑證，PEM', en: 'the Ministry’s certificate, PEM' },
  'argument.struck-out': {
    zhTW: '不合格清冊，CMS EnvelopedData，DER；未給時由伺服器取得',
    en: 'struck-out list, CMS EnvelopedData, DER; if not given, it is fetched from the server',
  },
  'option.commission': {
    zhTW: '中選會的憑證，PEM；非以此憑證簽章者，一律不採認',
    en: 'the commission’s certificate, PEM; what anyone else signed is refused',
  },
  'option.clear-out': {
    zhTW: '允許寫出明文：看得到檔案的人就看得到統一編號',
    en: 'allow clear text: anyone who can read the file sees the national ID numbers',
  },
  'option.clear-file': { zhTW: '明文寫入此檔；須加 --clear', en: 'file for the clear text; needs --clear' },
  'argument.audited': {
    zhTW: '稽核紀錄檔，或內有 result.json 的資料夾',
    en: 'audit log, or folder with result.json',
  },
  'option.head': {
    zhTW: '先前記下的一筆：可發現紀錄遭截斷或改寫',
    en: 'an event noted down earlier; shows whether the log was cut off or rewritten',
  },
  'option.checkpoints': {
    zhTW: '先前留存的簽章檢查點，每行一個：都必須在紀錄中',
    en: 'checkpoints kept earlier, one a line: each must be in the log',
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
    en: 'required certificate policies (default: any)',
  },
  'option.require-explicit-policy': {
    zhTW: '整條路徑須有有效的政策',
    en: 'require a policy that is valid for the whole path',
  },
  'option.inhibit-policy-mapping': { zhTW: '不允許政策對應', en: 'do not allow policy mappings' },
  'option.inhibit-any-policy': { zhTW: 'anyPolicy 不予採計', en: 'ignore anyPolicy' },
  'option.revocation': {
    zhTW: '是否須有廢止資料證明每張憑證有效',
    en: 'whether revocation data must show that each certificate is good',
  },
  'option.algorithms': {
    zhTW: 'strong：同平台；every：另含 SHA-1、短 RSA 及 DSA',
    en: 'strong: as the platform; every: also SHA-1, short RSA keys and DSA',
  },
  'option.cases': {
    zhTW: '案例檔，一行一個 JSON 物件；未給 --algorithms 時不限演算法',
    en: 'file of cases, one JSON object a line; allows every algorithm unless --algorithms is given',
  },
  'argument.crl': { zhTW: '憑證廢止清冊，DER 或 PEM', en: 'CRL, DER or PEM' },
  'option.account': {
    zhTW: '說明發生什麼事的文字檔，最多 500 字，會合成一段；請勿寫統一編號',
    en: 'text file that says what happened, 500 characters at most, as one paragraph; no national ID number',
  },
  'option.receipt': {
    zhTW: '收據檔；案件結束後必須給',
    en: 'receipt file; needed once the case is closed',
  },
} satisfies Record<string, Sentence>;
