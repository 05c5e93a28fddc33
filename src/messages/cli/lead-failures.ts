import type { Sentence } from '../translation.js';

/** Failures that end a lead's command, and that the lead can correct. Those of every command are in `failures.ts`. */
export const leadFailureTexts = {
  'card-pin-length': {
    zhTW: 'PIN 碼為 6 至 8 個字元。請再輸入一次。',
    en: 'A PIN has 6 to 8 characters. Enter it again.',
  },
  'card-pin-wrong': {
    zhTW: 'PIN 碼不正確。請再輸入一次；連續輸錯，卡片會鎖住。',
    en: 'That PIN is wrong. Enter it again. The card locks after too many wrong ones.',
  },
  'card-pin-wrong-tries': {
    zhTW: 'PIN 碼不正確，還可以試 {{tries}} 次。請再輸入一次。',
    en: 'That PIN is wrong. Tries left: {{tries}}. Enter it again.',
  },
  'card-locked': {
    zhTW: '卡片已鎖住。請到內政部憑證管理中心網站解鎖，或洽戶政事務所。',
    en: 'The card is locked. Unlock it on the certificate authority’s site, or at a household registration office.',
  },
  'card-missing': {
    zhTW: '沒有偵測到卡片。請插入卡片，再執行一次。',
    en: 'No card was found. Insert the card, and run the command again.',
  },
  'card-key-missing': {
    zhTW: '卡片中沒有憑證所屬的金鑰。請確認插入的是登記的卡片。',
    en: 'The card does not have the key of its certificate. Make sure that it is the registered card.',
  },
  'card-failed': {
    zhTW: '卡片或讀卡機回報錯誤（{{reason}}）。請重新插入卡片，再執行一次。',
    en: 'The card or its reader reports an error ({{reason}}). Insert the card anew, and run the command again.',
  },
  'origin-differs': {
    zhTW: '平台自稱 {{found}}，與您指定的 {{origin}} 不同，因此未簽署任何內容。請確認這是真的連署平台；若網址確實不同，請以 --origin 指定。',
    en: 'The platform calls itself {{found}}, not {{origin}} as you gave it. So nothing was signed. Make sure that this is the real platform. If its address really differs, give it with --origin.',
  },
  'rescue-export-malformed': {
    zhTW: '{{folder}} 不是完整的救援匯出資料。請向中央選舉委員會重新取得後再試；未簽署任何內容。',
    en: '{{folder}} is not a whole rescue export. Nothing was signed. Ask the commission for it again and retry.',
  },
  'not-confirmed': {
    zhTW: '您沒有確認，未簽署也未送出任何內容。要再試，請重新執行。',
    en: 'You did not confirm. Nothing was signed or sent. To try again, run the command again.',
  },
  'submission-not-confirmed': {
    zhTW: '案號不符，尚未提出。連署會在五分鐘內自動恢復收件。要提出，請重新執行並輸入正確的案號。',
    en: 'That is not the case number. Nothing was submitted, and people can co-sign again within five minutes. To submit, run the command again and type the right number.',
  },
  'draft-changed': {
    zhTW: '準備期間連署紀錄有變動，尚未提出。請重新執行。',
    en: 'The records changed in the meantime. Nothing was submitted. Run the command again.',
  },
  'submission-differs': {
    zhTW: '伺服器記載的提出內容與您簽署的不符。請保留本畫面並與主管機關聯繫。',
    en: 'What the server says was submitted is not what your card signed. Keep this output and contact the commission.',
  },
  'commission-differs': {
    zhTW: '伺服器給的中選會解密憑證，不是您指定的那一張，因此未簽署任何內容。請向中選會確認憑證。',
    en: 'The server gives another decryption certificate of the commission than the one that you gave. So nothing was signed. Ask the commission which one is right.',
  },
  'key-statement-not-by-card': {
    zhTW: '連署已經開始，但公布的金鑰聲明書不是這張卡片簽署的。如果您未曾換卡，請立即與主管機關聯繫。',
    en: 'The round collects, but this card did not sign its key statement. Unless your card was replaced, contact the commission at once.',
  },
  'deputy-not-for-encryption': {
    zhTW: '{{file}} 不是加密憑證（RSA 2048 位元以上，keyUsage 有 keyEncipherment）。請向代理人索取卡片上的加密憑證。',
    en: 'The file {{file}} is not an encryption certificate (RSA of 2048 bits or more, with keyEncipherment). Ask the deputy for the encryption certificate of their card.',
  },
  'deputy-is-lead': {
    zhTW: '{{file}} 是您自己的憑證，不能作為代理人。請使用另一人的加密憑證。',
    en: 'The file {{file}} is your own certificate. Use the encryption certificate of somebody else.',
  },
  'deputies-too-many': {
    zhTW: '代理人最多 {{most}} 位。請減少後再試。',
    en: 'There may be at most {{most}} deputies. Name fewer.',
  },
  'recovery-passphrase-short': {
    zhTW: '備援密語至少 {{least}} 個字。建議用五、六個不相關的詞。請換一個再試。',
    en: 'A recovery passphrase has at least {{least}} characters. Five or six unrelated words are good. Choose another one.',
  },
  'recovery-passphrases-differ': {
    zhTW: '兩次輸入的備援密語不同。請重新執行。',
    en: 'The two recovery passphrases are not the same. Run the command again.',
  },
  'struck-out-none': {
    zhTW: '還沒有不合格清冊。查對結果經主管機關確認後，才能取得。',
    en: 'There is no struck-out list yet. It is there once the commission has confirmed the result of the check.',
  },
  'struck-out-malformed': {
    zhTW: '檔案有主管機關的簽章，但不是不合格清冊。請確認檔案正確。',
    en: 'The commission signed the file, but it is not a struck-out list. Make sure that it is the right file.',
  },
} satisfies Record<string, Sentence>;
