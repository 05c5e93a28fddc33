import type { Sentence } from '../translation.js';

/** What a person is asked at the terminal. The answer follows on the same line. */
export const questionTexts = {
  'ask.access-code': { zhTW: '認證碼（不顯示）：', en: 'Access code (not shown):' },
  'ask.pin': { zhTW: 'PIN 碼（不顯示）：', en: 'PIN (not shown):' },
  'ask.card-passphrase': {
    zhTW: 'PKCS #12 檔的密碼（不顯示）：',
    en: 'Passphrase of the PKCS #12 file (not shown):',
  },
  'ask.recovery-passphrase': {
    zhTW: '備援密語，至少 {{least}} 個字（不顯示）：',
    en: 'Recovery passphrase, at least {{least}} characters (not shown):',
  },
  'ask.open-by-passphrase': { zhTW: '備援密語（不顯示）：', en: 'Recovery passphrase (not shown):' },
  'ask.recovery-passphrase-again': {
    zhTW: '再輸入一次備援密語（不顯示）：',
    en: 'The same recovery passphrase again (not shown):',
  },
  'ask.no-recovery': {
    zhTW: '仍要不設備援，請輸入「{{phrase}}」：',
    en: 'To go on without recovery all the same, type "{{phrase}}":',
  },
  'ask.undertaking': {
    zhTW: '同意並簽署切結書，請輸入「{{phrase}}」：',
    en: 'To make this undertaking and sign it, type "{{phrase}}":',
  },
  'ask.submit-case': {
    zhTW: '確定提出，請輸入案號：',
    en: 'To submit, type the case number:',
  },
  'ask.national-id': {
    zhTW: '統一編號（直接按 Enter 結束）：',
    en: 'National ID number (press Enter to end):',
  },
} satisfies Record<string, Sentence>;

/** What the commands of leads say. */
export const leadTexts = {
  'card.signs': { zhTW: '卡片簽署中 …', en: 'The card signs …' },
  'card.decrypts': { zhTW: '卡片解密中 …', en: 'The card decrypts …' },
  'lead-open.case': {
    zhTW: '案號 {{case}}，第 {{round}} 階段：{{text}}',
    en: 'Case {{case}}, round {{round}}: {{text}}',
  },
  'lead-open.undertaking': {
    zhTW: '您將以卡片簽署下列切結書，連同金鑰聲明書公布：',
    en: 'Your card will sign this undertaking, and it will be published with the key statement:',
  },
  'lead-open.goes-on': {
    zhTW: '先前送出的連署金鑰還在，且確為這張卡片所簽署，由此接著做。',
    en: 'The round key from an earlier run is there, and this card signed it. The command goes on from there.',
  },
  'lead-open.recipients': {
    zhTW: '能開啟連署金鑰的：您的卡片、{{deputies}} 位代理人；沒有備援密語。',
    en: 'The round key can be opened by: your card, and {{deputies}} deputies. There is no recovery passphrase.',
  },
  'lead-open.recipients-passphrase': {
    zhTW: '能開啟連署金鑰的：您的卡片、{{deputies}} 位代理人、備援密語。',
    en: 'The round key can be opened by: your card, {{deputies}} deputies, and the recovery passphrase.',
  },
  'lead-open.passphrases-differ': {
    zhTW: '兩次輸入不同，請再輸入一次。',
    en: 'They are not the same. Type it again.',
  },
  'lead-open.no-recovery': {
    zhTW: '！！注意：沒有代理人，也沒有備援密語。卡片一旦遺失、損壞或鎖住，收到的每一筆連署都永遠無法開啟、無法提出，六個月的連署全部白費，任何人都救不回來。請考慮以 --deputy 指定代理人，或以 --recovery-passphrase 設定備援密語。',
    en: '!! WARNING: there is no deputy and no recovery passphrase. If the card is lost, broken or locked, not one co-signature can ever be opened or submitted. All of them are lost, and nobody can bring them back. Consider naming a deputy with --deputy, or setting a recovery passphrase with --recovery-passphrase.',
  },
  'lead-open.no-recovery-phrase': { zhTW: '沒有備援', en: 'no recovery' },
  'lead-open.agree-phrase': { zhTW: '同意', en: 'agree' },
  'lead-open.makes-key': {
    zhTW: '在這台電腦產生連署金鑰；卡片先試開一次，再簽署金鑰聲明書。',
    en: 'The round key is made on this computer. The card opens it once as a test, then signs the key statement.',
  },
  'lead-open.hands-in': {
    zhTW: '送出公開金鑰、封裝的金鑰與金鑰聲明書，並以卡片回答伺服器的驗證資料。',
    en: 'The public key, the wrapped key and the key statement are sent. The card then answers the server’s test value.',
  },
  'lead-open.run-again': {
    zhTW: '沒有遺失任何資料。請再執行一次同樣的指令，會由伺服器已有的進度接著做。',
    en: 'Nothing is lost. Run the same command again: it goes on from what the server has.',
  },
  'lead-open.collects': {
    zhTW: '案號 {{case}} 第 {{round}} 階段已開啟，連署期間為 {{first}} 至 {{last}}。',
    en: 'Case {{case}}, round {{round}} is open. It collects from {{first}} to {{last}}.',
  },
  'lead-open.address': { zhTW: '連署網址：{{address}}', en: 'Signing address: {{address}}' },
  'lead-open.fingerprint': {
    zhTW: '連署金鑰指紋（SHA-256）：{{value}}',
    en: 'Fingerprint of the round key (SHA-256): {{value}}',
  },
  'lead-open.commission-fingerprint': {
    zhTW: '中選會本階段金鑰指紋（SHA-256）：{{value}}',
    en: 'Fingerprint of the commission’s round key (SHA-256): {{value}}',
  },
  'lead-open.next': {
    zhTW: '請記下連署金鑰指紋，與案件網頁上的核對，並可公布在您自己的網站。進度請用 lianshu lead progress。',
    en: 'Note down the fingerprint of the round key, compare it with the page of the case, and publish it on your own site if you like. For the progress, use lianshu lead progress.',
  },
  'lead-progress.case': {
    zhTW: '案號 {{case}}，第 {{round}} 階段',
    en: 'Case {{case}}, round {{round}}',
  },
  'lead-progress.count': {
    zhTW: '已連署 {{count}} 件，門檻 {{threshold}} 的 {{percent}} %（查對前，可能有不合格者）',
    en: 'Co-signatures: {{count}}, {{percent}} % of the threshold of {{threshold}}. The check may strike some out.',
  },
  'lead-progress.days': {
    zhTW: '還有 {{days}} 天（含今日），最後一日為 {{last}}',
    en: 'Days left, today included: {{days}}. The last day is {{last}}.',
  },
  'lead-progress.moved': {
    zhTW: '末日已順延：{{day}} 因天然災害停止上班（{{reference}}）。',
    en: 'The last day has moved: a natural disaster closed the offices on {{day}} ({{reference}}).',
  },
  'lead-progress.not-collecting': {
    zhTW: '目前不收件（狀態：{{state}}）',
    en: 'The round does not collect now (state: {{state}}).',
  },
  'lead-progress.day': { zhTW: '日期', en: 'Day' },
  'lead-progress.co-signatures': { zhTW: '件數', en: 'Count' },
  'lead-progress.only-you': {
    zhTW: '只有您看得到這些數字；是否公開由您決定。',
    en: 'Only you can see these numbers. Whether to publish them is up to you.',
  },
  'lead-submit.will-send': { zhTW: '將提出下列連署：', en: 'This will be submitted:' },
  'lead-submit.case': {
    zhTW: '案號：{{case}}，第 {{round}} 階段：{{text}}',
    en: 'Case: {{case}}, round {{round}}: {{text}}',
  },
  'lead-submit.count': { zhTW: '連署筆數：{{count}}', en: 'Number of records: {{count}}' },
  'lead-submit.root': {
    zhTW: '默克爾樹根（SHA-256）：{{value}}',
    en: 'Merkle root (SHA-256): {{value}}',
  },
  'lead-submit.commission': {
    zhTW: '連署金鑰將封裝給這張憑證：{{name}}，SHA-256：{{value}}',
    en: 'The round key will be wrapped for this certificate: {{name}}, SHA-256: {{value}}',
  },
  'lead-submit.below-threshold': {
    zhTW: '注意：電子連署比門檻少 {{missing}} 件。與紙本合計後仍不足，將不予受理（公民投票法第 13 條）。',
    en: 'Note: this is {{missing}} below the threshold. If there are too few together with those on paper, they are not accepted (ACT 13).',
  },
  'lead-submit.no-return': {
    zhTW: '！！提出後不能收回，也不能再連署。電子與紙本須同時提出，只有一次（連署辦法第 7 條）。',
    en: '!! A submission can’t be taken back, and nobody can co-sign after it. Electronic and paper co-signatures are submitted together, once (REG 7).',
  },
  'lead-submit.changed': {
    zhTW: '您確認的期間，連署紀錄有變動，尚未提出。請看過新的內容，再確認一次。',
    en: 'The records changed while you were confirming. Nothing was submitted. Look at the new numbers, and confirm again.',
  },
  'lead-submit.run-again': {
    zhTW: '還不知道伺服器是否已收到。請再執行一次同樣的指令：已提出的會顯示出來，不會提出兩次。',
    en: 'It is not known whether the server has it. Run the same command again: if it was submitted, it says so; nothing is submitted twice.',
  },
  'lead-submit.submitted': { zhTW: '已提出', en: 'Submitted' },
  'lead-submit.at': { zhTW: '提出時間：{{time}}', en: 'Submitted at: {{time}}' },
  'lead-submit.platform': { zhTW: '平台：{{origin}}', en: 'Platform: {{origin}}' },
  'lead-submit.next': { zhTW: '接下來：', en: 'What comes next:' },
  'lead-submit.next-counting': {
    zhTW: '一、主管機關清查電子與紙本的總數；不足門檻者不予受理。',
    en: '1. The commission counts electronic and paper co-signatures together. Too few are not accepted.',
  },
  'lead-submit.next-check': {
    zhTW: '二、六十日內查對每一筆。',
    en: '2. Each co-signature is checked, within 60 days.',
  },
  'lead-submit.next-result': {
    zhTW: '三、主管機關確認後公布結果；合格數不足者，可於三十日內補提一次，並發給新的認證碼。',
    en: '3. The result is published once the commission has confirmed it. If too few are valid, there is one supplement of 30 days, with a new access code.',
  },
  'lead-submit.next-keep': {
    zhTW: '四、請保存本頁。不合格清冊請用 lianshu lead struck-out 取得；紀錄備份請用 lianshu lead export。',
    en: '4. Keep this page. Fetch the struck-out list with lianshu lead struck-out, and your copy of the records with lianshu lead export.',
  },
  'lead-submit.offline-what': {
    zhTW: '將由救援匯出的資料製作提出檔案。本命令不會送出任何內容。',
    en: 'The submission will be made from the rescue export. This command sends nothing.',
  },
  'lead-submit.offline-case': {
    zhTW: '案號 {{case}}，第 {{round}} 階段',
    en: 'Case {{case}}, round {{round}}',
  },
  'lead-submit.offline-done': {
    zhTW: '已寫入 {{folder}}：{{statement}} 與 {{wrappedKey}}。請在連署期間屆滿前，把這兩個檔案交給中央選舉委員會，並請對方開立載明時間的收據。',
    en: 'Written to {{folder}}: {{statement}} and {{wrappedKey}}. Hand both files over to the commission before the period ends, and ask for a receipt that states the time.',
  },
  'struck-out.rows': { zhTW: '不合格：{{rows}} 筆', en: 'Struck out: {{rows}}' },
  'struck-out.reason': {
    zhTW: '  {{code}}：{{count}} 筆　{{sentence}}',
    en: '  {{code}}: {{count}}  {{sentence}}',
  },
  'struck-out.found': { zhTW: '在清冊中：{{code}} {{sentence}}', en: 'In the list: {{code}} {{sentence}}' },
  'struck-out.not-found': { zhTW: '不在清冊中。', en: 'Not in the list.' },
  'struck-out.written': {
    zhTW: '注意：{{file}} 以明文載有統一編號與不合格事由，只有您的帳號能讀取。請勿以電子郵件或雲端傳送，用畢銷毀。',
    en: 'Note: {{file}} holds national ID numbers and reasons in clear text. Only your account can read it. Don’t send it by mail or to a cloud, and destroy it after use.',
  },
} satisfies Record<string, Sentence>;
