import type { Sentence } from '../translation.js';

/** The results that commands print. */
export const resultTexts = {
  'card-server.ready': {
    zhTW: '模擬讀卡元件已就緒：{{address}}（Ctrl-C 結束）。卡片：',
    en: 'The mock card program is ready: {{address}} (Ctrl-C ends it). Cards:',
  },
  'card-server.pin': { zhTW: 'PIN 碼：{{pin}}', en: 'PIN: {{pin}}' },
  'card-server.own-pin': { zhTW: 'PIN 碼：卡片自己的 PIN 碼', en: 'PIN: the card’s own' },
  'card-server.choose': {
    zhTW: '每次讀卡時，在讀卡視窗選擇要用哪一張。',
    en: 'Each time, the popup lets you choose the card.',
  },
  'card-server.another-port': {
    zhTW: '網站只會找 {{port}} 埠，因此找不到這裡。',
    en: 'Sites look for port {{port}} alone, so they will not find this one.',
  },
  'migrate.current': { zhTW: '資料庫已是最新。', en: 'The database is up to date.' },
  'migrate.ran': { zhTW: '資料庫已更新，執行的項目：', en: 'The database was updated by these migrations:' },
  'init.made': { zhTW: '已在 {{folder}} 製作下列金鑰：', en: 'These keys were made in {{folder}}:' },
  'init.back-up': {
    zhTW: '請現在就把整個 {{folder}} 備份到離線的地方，並在每一案開始連署後再備份一次（holder-tags 與 commission-rounds 資料夾會各多一個檔案）。遺失 intake.pem 或 holder-tags，連署中的案件就不能再受理；遺失 commission-rounds，該階段的連署就再也無法查對。接著請把主管機關與內政部的憑證放入同一個資料夾（見 docs/operations.md）。',
    en: 'Back up the whole of {{folder}} now, offline, and again after each case begins to collect (there is one more file in holder-tags and in commission-rounds then). Without intake.pem or holder-tags, a case that collects can’t take co-signatures any more. Without its file in commission-rounds, a round can never be checked. Next, put the certificates of the commission and the Ministry into the same folder (docs/operations.md).',
  },
  'init.nothing': {
    zhTW: '{{folder}} 已有全部金鑰，沒有製作任何檔案。',
    en: 'All keys are in {{folder}} already. Nothing was made.',
  },
  'intake-key.rotated': {
    zhTW: '{{folder}} 已換上新的收件金鑰。舊金鑰保存為 {{retired}}。請備份，並重新啟動每一部伺服器。',
    en: 'There is a new intake key in {{folder}}. The old one is kept as {{retired}}. Back it up, and restart every server.',
  },
  'staff.added': {
    zhTW: '{{name}} 已登記，可以 {{roles}} 身分登入（人員 {{id}}）。',
    en: '{{name}} is registered and can sign in as {{roles}} (member {{id}}).',
  },
  'staff.none': {
    zhTW: '尚未登記任何人員。請以 lianshu staff add 登記。',
    en: 'No member of staff is registered. Register members with lianshu staff add.',
  },
  'staff.active': { zhTW: '啟用', en: 'active' },
  'staff.inactive': { zhTW: '停用', en: 'inactive' },
  'staff.deactivated': {
    zhTW: '{{name}} 已停用，不能登入；已登入的均已失效（人員 {{id}}）。',
    en: '{{name}} is inactive and cannot sign in; open sessions have ended (member {{id}}).',
  },
  'staff.roles-replaced': {
    zhTW: '{{name}} 的角色為 {{roles}}，立即生效（人員 {{id}}）。',
    en: 'The roles of {{name}} are now {{roles}}, effective at once (member {{id}}).',
  },
  'record.refused': { zhTW: '紀錄無法開啟。', en: 'The record cannot be opened.' },
  'record.commitment': { zhTW: '承諾值：{{value}}', en: 'Commitment: {{value}}' },
  'record.number': { zhTW: '國民身分證統一編號：{{value}}', en: 'National ID number: {{value}}' },
  'record.no-number': {
    zhTW: '外層沒有國民身分證統一編號（two-key 模式）。',
    en: 'There is no national ID number in the outer layer (two-key mode).',
  },
  'record.evidence-sealed': {
    zhTW: '連署證據密封給中選會的本階段金鑰；要開啟請加 --commission-key。',
    en: 'The evidence is sealed to the commission’s round key. To open it, give that key with --commission-key.',
  },
  'record.evidence-refused': {
    zhTW: '內層的連署證據無法開啟。',
    en: 'The evidence in the inner layer cannot be opened.',
  },
  'record.signature': { zhTW: '連署人簽章：{{finding}}', en: 'Signature: {{finding}}' },
  'record.countersignature': { zhTW: '平台副署：{{finding}}', en: 'Countersignature: {{finding}}' },
  'record.written': {
    zhTW: '連署證據已寫入 {{file}}。未密封者內含統一編號與姓名，請妥善保管。',
    en: 'The evidence is in {{file}}. Unless it is still sealed, it contains a name and a national ID number. Keep it safe.',
  },
  'record.not-judged': {
    zhTW: '這裡不查核憑證路徑與廢止狀態；請用 lianshu pki verify。',
    en: 'The path and the revocation of the certificate are not checked here; use lianshu pki verify.',
  },
  'finding.good': { zhTW: '有效', en: 'good' },
  'finding.number-differs': {
    zhTW: '外層的統一編號與連署人簽署的不同，查對時會以 E05 剔除。',
    en: 'The number in the outer layer is not the one that was signed. The check strikes this record out with E05.',
  },
  'finding.not-checked': {
    zhTW: '未查核（請以 --keys 指定平台公開的金鑰）',
    en: 'not checked (give the platform’s published keys with --keys)',
  },
  'receipt.genuine': {
    zhTW: '收據為真：{{issuer}} 於 {{day}} 收件。',
    en: 'The receipt is genuine: {{issuer}} recorded the co-signature on {{day}}.',
  },
  'receipt.case': { zhTW: '案號 {{case}}，第 {{round}} 階段', en: 'Case {{case}}, round {{round}}' },
  'receipt.many': {
    zhTW: '{{genuine}} 張收據為真，{{wrong}} 張不是。',
    en: '{{genuine}} receipts are genuine, {{wrong}} are not.',
  },
  'receipt.wrong-line': { zhTW: '第 {{line}} 行：', en: 'Line {{line}}:' },
  'receipt.wrong': { zhTW: '收據無效。', en: 'The receipt is not valid.' },
  'roster.refused': { zhTW: '檔案不予採認。', en: 'The file is refused.' },
  'roster.size': { zhTW: '大小：{{bytes}} 位元組，{{lines}} 行', en: 'Bytes: {{bytes}}, lines: {{lines}}' },
  'roster.digest': { zhTW: 'SHA-256：{{value}}', en: 'SHA-256: {{value}}' },
  'roster.signer': { zhTW: '簽章者：{{value}}', en: 'Signed by: {{value}}' },
  'roster.signer-digest': {
    zhTW: '簽章憑證的 SHA-256：{{value}}',
    en: 'SHA-256 of that certificate: {{value}}',
  },
  'roster.signed-at': { zhTW: '簽章時間：{{value}}', en: 'Signed at: {{value}}' },
  'roster.signed-at-unsaid': { zhTW: '簽章時間：未載明', en: 'Signed at: not stated' },
  'roster.expected': {
    zhTW: '簽章憑證即所指定的中選會憑證。',
    en: 'The signer’s certificate is the commission’s certificate that you gave.',
  },
  'roster.unexpected': {
    zhTW: '尚未核對是否為中選會所簽；請加 --commission。',
    en: 'Whether the commission signed the file was not checked; use --commission.',
  },
  'roster.not-judged': {
    zhTW: '這裡不查核簽章憑證的路徑。',
    en: 'The path of the signer’s certificate is not checked here.',
  },
  'roster.written': {
    zhTW: '明文已寫入 {{file}}，內含統一編號。請妥善保管，用畢銷毀。',
    en: 'The clear text is in {{file}}. It contains national ID numbers. Keep it locked away, and destroy it after use.',
  },
} satisfies Record<string, Sentence>;

/** The results of the exports, and the labels of progress. */
export const exportTexts = {
  'lead-export.records': {
    zhTW: '{{records}} 筆紀錄已存入 {{folder}}，其中 {{unreadable}} 筆無法讀取。',
    en: '{{records}} records in {{folder}}, {{unreadable}} of which cannot be read.',
  },
  'lead-export.two-key': {
    zhTW: '本案為 two-key 模式：領銜人讀不到連署人的任何資料，因此沒有名冊。',
    en: 'This case is in two-key mode: the lead reads nothing about anyone, so there is no roster.',
  },
  'lead-export.clear': {
    zhTW: 'roster.csv 以明文載有統一編號。請妥善保管，用畢銷毀。',
    en: 'roster.csv contains national ID numbers in clear text. Keep it locked away, and destroy it after use.',
  },
  'lead-export.sealed': {
    zhTW: '名冊已用您的憑證加密。開啟方式：',
    en: 'The roster is encrypted to your certificate. To open it:',
  },
  'lead-export.sealed-to-card': {
    zhTW: '名冊已用您的憑證加密（CMS EnvelopedData），用您的卡片解密即可開啟。',
    en: 'The roster is encrypted to your certificate (CMS EnvelopedData). Your card decrypts it.',
  },
  'rescue-export.written': {
    zhTW: '{{files}} 個檔案已寫入 {{folder}}，內容見 manifest.json。請將整個資料夾交給領銜人。',
    en: '{{files}} files written to {{folder}}. manifest.json describes them. Give the whole folder to the lead.',
  },
  'progress.records': { zhTW: '紀錄', en: 'records' },
  'progress.files': { zhTW: '檔案', en: 'files' },
  'progress.bytes': { zhTW: '位元組', en: 'bytes' },
} satisfies Record<string, Sentence>;

/** The demo's own texts. Its progress lines are in src/devkit/story. */
export const demoTexts = {
  'demo.outcome': { zhTW: '結果', en: 'Results' },
  'demo.case': { zhTW: '案號', en: 'Case' },
  'demo.round': { zhTW: '連署階段', en: 'Round' },
  'demo.attempts': { zhTW: '連署嘗試', en: 'Attempts' },
  'demo.accepted': { zhTW: '收件', en: 'Accepted' },
  'demo.refused': { zhTW: '未收件', en: 'Refused' },
  'demo.submitted': { zhTW: '提出', en: 'Submitted' },
  'demo.struck-out': { zhTW: '查對不合格', en: 'Struck out' },
  'demo.electronic-valid': { zhTW: '合格', en: 'Valid' },
  'demo.paper-submitted': { zhTW: '紙本提出', en: 'On paper' },
  'demo.paper-valid': { zhTW: '紙本合格', en: 'Valid on paper' },
  'demo.joint-submitted': { zhTW: '合計提出', en: 'Submitted together' },
  'demo.joint-valid': { zhTW: '合計合格', en: 'Valid together' },
  'demo.misuse': { zhTW: '冒用通報有理由', en: 'Misused cards found' },
  'demo.objections': { zhTW: '異議有理由', en: 'Objections upheld' },
  'demo.corrected-valid': { zhTW: '更正後合格', en: 'Valid after correction' },
  'demo.threshold': { zhTW: '門檻', en: 'Threshold' },
  'demo.determination': { zhTW: '審定', en: 'Determination' },
  'demo.as-planned': {
    zhTW: '每一次嘗試的結果都與情境相符',
    en: 'Every attempt has the result of its scenario',
  },
  'demo.mismatch': {
    zhTW: '與情境不符：第 {{index}} 筆（{{scenario}}）應為 {{expected}}，實際為 {{found}}',
    en: 'Attempt {{index}} ({{scenario}}) should have the result {{expected}}, but has {{found}}',
  },
  'demo.check-it': { zhTW: '請自行查核', en: 'Check it yourself' },
  'demo.files-in': {
    zhTW: '所需的檔案都在 {{folder}}；以下指令可直接貼上執行。',
    en: 'The files are in {{folder}}. You can paste these commands unchanged.',
  },
  'demo.try-open': {
    zhTW: '以 openssl 開啟一筆密封紀錄，查核簽章，讀出連署書',
    en: 'Open a sealed record with openssl, verify its signature, and read the statement',
  },
  'demo.try-record': { zhTW: '同一件事，用 lianshu', en: 'The same with lianshu' },
  'demo.try-receipts': { zhTW: '查核所有收據', en: 'Verify every receipt' },
  'demo.try-bundle': { zhTW: '查核公布的結果', en: 'Check the published result' },
  'demo.try-log': {
    zhTW: '查核稽核紀錄：雜湊鏈、簽章、簽章檢查點',
    en: 'Check the audit log: chain, signatures, checkpoints',
  },
  'demo.try-roster': { zhTW: '以內政部的金鑰開啟名冊', en: 'Open the roster with the Ministry’s key' },
  'demo.stays-up': {
    zhTW: '平台仍在執行，按 Ctrl-C 結束',
    en: 'The platform keeps running; Ctrl-C ends everything',
  },
  'demo.another-port': {
    zhTW: '{{port}} 埠已被使用，改用其他埠',
    en: 'Port {{port}} is in use, so another port was chosen',
  },
  'demo.api': { zhTW: 'API 說明', en: 'API description' },
  'demo.health': { zhTW: '健康狀態', en: 'Health' },
  'demo.cases': { zhTW: '連署中的案件', en: 'Cases that collect' },
  'demo.result': { zhTW: '公布的結果', en: 'The published result' },
  'demo.be-co-signer': { zhTW: '當連署人', en: 'Be a co-signer' },
  'demo.choose-card': {
    zhTW: '輸入其中一個號碼；讀卡視窗開啟後，選同一個人的卡片。PIN 碼都是 {{pin}}：',
    en: 'Type one of these numbers; when the card window opens, choose the same person’s card. Every PIN is {{pin}}:',
  },
  'demo.be-lead': { zhTW: '當領銜人', en: 'Be the lead' },
  'demo.lead': {
    zhTW: '案號 {{number}}　認證碼 {{code}}　卡片 {{card}}',
    en: 'Case {{number}}  access code {{code}}  card {{card}}',
  },
  'demo.be-staff': { zhTW: '當中選會同仁', en: 'Be at the commission' },
  'demo.choose-staff-card': {
    zhTW: '以其中一張卡片登入；別人提出的步驟，用另一張卡片核可：',
    en: 'Sign in with one of these cards; approve with another what one of them asked for:',
  },
  'demo.check-receipt': { zhTW: '查驗收據', en: 'Check a receipt' },
  'demo.receipt-file': {
    zhTW: '選擇檔案 {{file}}：查對過、已公布的案件的一張收據',
    en: 'Choose the file {{file}}, a receipt of the checked and published case',
  },
  'demo.card-port-in-use': {
    zhTW: '{{port}} 埠已被別的讀卡元件使用，網頁只會找到那一個；示範的在 {{address}}。請先結束別的，再重新執行示範。',
    en: 'Another card program uses port {{port}}, and pages find that one alone; the demo’s is at {{address}}. End the other, then run the demo again.',
  },
  'demo.ending': { zhTW: '正在結束所有啟動的程式…', en: 'Ending everything that was started …' },
  'demo.ended': { zhTW: '已全部結束。', en: 'All programs have ended.' },
  'misuse.taken': {
    zhTW: '案號 {{case}} 的冒用通報已收到並密封。領銜人提出以後，由中央選舉委員會兩個人決定；結果請以卡片在「用卡片查我的連署」查詢。',
    en: 'The report for case {{case}} was taken and sealed. After the lead submits, two people at the Central Election Commission decide; look the outcome up with your card at “Find my co-signatures with my card”.',
  },
} satisfies Record<string, Sentence>;
