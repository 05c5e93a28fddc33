import type { BundleErrorCode, CheckingErrorCode } from '../../checking/errors.js';
import type { ValidatorErrorCode } from '../../core/validators.js';
import type { Message } from './message.js';
import type { PaperMessageCode } from './paper.js';

/** What staff are told about a check. `not-found` is in `http.ts`. */
export const checkingMessages = {
  'answer-not-opened': {
    status: 422,
    zhTW: '內政部回復檔 {{file}} 無法以中選會金鑰開啟，整批退回，未作任何變更。請向內政部重新索取。',
    en: 'The file {{file}} of the answer does not open with the commission’s key. The whole answer is refused, and nothing has changed. Ask the Ministry for it again.',
  },
  'answer-unsigned': {
    status: 422,
    zhTW: '內政部回復檔 {{file}} 沒有有效簽章，整批退回，未作任何變更。請向內政部重新索取。',
    en: 'The file {{file}} of the answer has no valid signature. The whole answer is refused, and nothing has changed. Ask the Ministry for it again.',
  },
  'answer-signed-by-another': {
    status: 422,
    zhTW: '回復檔 {{file}} 並非由內政部憑證簽章，整批退回，未作任何變更。請查明檔案來源。',
    en: 'The file {{file}} is not signed by the Ministry’s certificate. The whole answer is refused, and nothing has changed. Find out where the file comes from.',
  },
  'answer-for-another-batch': {
    status: 422,
    zhTW: '回復檔 {{file}} 屬於另一批次，整批退回，未作任何變更。請確認案號與連署階段後重新上傳。',
    en: 'The file {{file}} belongs to another batch. The whole answer is refused, and nothing has changed. Check the case and the round, and upload the right files.',
  },
  'answer-file-unknown': {
    status: 422,
    zhTW: '檔案 {{file}} 不在本批名冊之內，整批退回，未作任何變更。請移除後重新上傳。',
    en: 'The roster has no file {{file}}. The whole answer is refused, and nothing has changed. Upload it again without that file.',
  },
  'answer-file-missing': {
    status: 422,
    zhTW: '缺少檔案 {{file}}，整批退回，未作任何變更。請補齊後重新上傳。',
    en: 'The file {{file}} is missing. The whole answer is refused, and nothing has changed. Upload all files together.',
  },
  'answer-file-repeated': {
    status: 422,
    zhTW: '檔案 {{file}} 重複，整批退回，未作任何變更。請各上傳一份。',
    en: 'The file {{file}} is there twice. The whole answer is refused, and nothing has changed. Upload each file once.',
  },
  'answer-malformed': {
    status: 422,
    zhTW: '檔案 {{file}} 第 {{line}} 行格式不符（應為 seq,result），整批退回，未作任何變更。請內政部更正。',
    en: 'Line {{line}} of {{file}} is not of the form seq,result. The whole answer is refused, and nothing has changed. Ask the Ministry to correct it.',
  },
  'answer-manifest-malformed': {
    status: 422,
    zhTW: '清單檔 {{file}} 格式不符，整批退回，未作任何變更。請內政部更正。',
    en: 'The manifest {{file}} does not have the documented form. The whole answer is refused, and nothing has changed. Ask the Ministry to correct it.',
  },
  'answer-cut-short': {
    status: 422,
    zhTW: '檔案 {{file}} 不完整，止於第 {{line}} 行，整批退回，未作任何變更。請重新傳送完整檔案。',
    en: 'The file {{file}} is cut short at line {{line}}. The whole answer is refused, and nothing has changed. Transfer the complete file.',
  },
  'answer-digest-wrong': {
    status: 422,
    zhTW: '檔案 {{file}} 的 SHA-256 與清單不符，整批退回，未作任何變更。請內政部更正。',
    en: 'The SHA-256 of {{file}} is not the one in the manifest. The whole answer is refused, and nothing has changed. Ask the Ministry to correct it.',
  },
  'answer-row-repeated': {
    status: 422,
    zhTW: '檔案 {{file}} 第 {{line}} 行：序號 {{seq}} 重複，整批退回，未作任何變更。請內政部更正。',
    en: 'Line {{line}} of {{file}}: number {{seq}} is answered twice. The whole answer is refused, and nothing has changed. Ask the Ministry to correct it.',
  },
  'answer-row-missing': {
    status: 422,
    zhTW: '檔案 {{file}} 至第 {{line}} 行仍缺序號 {{seq}}，整批退回，未作任何變更。請內政部更正。',
    en: 'At line {{line}} of {{file}}, number {{seq}} is still not answered. The whole answer is refused, and nothing has changed. Ask the Ministry to correct it.',
  },
  'answer-row-unknown': {
    status: 422,
    zhTW: '檔案 {{file}} 第 {{line}} 行：序號 {{seq}} 不在名冊之內，整批退回，未作任何變更。請內政部更正。',
    en: 'Line {{line}} of {{file}}: number {{seq}} is not in this part of the roster. The whole answer is refused, and nothing has changed. Ask the Ministry to correct it.',
  },
  'answer-code-unknown': {
    status: 422,
    zhTW: '檔案 {{file}} 第 {{line}} 行：查對結果代碼不明，整批退回，未作任何變更。請內政部更正。',
    en: 'Line {{line}} of {{file}} has an unknown result. The whole answer is refused, and nothing has changed. Ask the Ministry to correct it.',
  },
  'revocation-archive-incomplete': {
    status: 503,
    zhTW: '缺少收件時所用的廢止資料，因此查對暫停。沒有任何連署因此判為無效。請還原廢止資料的備份，查對會從中斷處繼續。',
    en: 'Revocation data that the intake relied on is missing, so the check is paused. No co-signature has been struck out because of it. Restore the archive, and the check continues where it stopped.',
  },
  'check-not-ready': {
    status: 409,
    zhTW: '本案目前的階段不能進行這項作業。請先確認案件狀態。',
    en: 'The state of the case does not allow this step. Look at the state of the case first.',
  },
  'round-key-not-opened': {
    status: 422,
    zhTW: '中選會金鑰無法開啟領銜人提出的連署金鑰，或開啟的金鑰與公布的不同。請檢查中選會金鑰，並與領銜人聯繫。',
    en: 'The commission’s key does not open the round key that the lead submitted, or the opened key is not the published one. Check the commission’s key, and contact the lead.',
  },
  'commission-round-key-missing': {
    status: 503,
    zhTW: '缺少中選會的本階段金鑰，或與本階段開始時的不同，因此無法查對。沒有任何連署因此判為無效。請還原金鑰資料夾的備份後再試。',
    en: 'The commission’s round key is missing, or is not the one that this round began with, so nothing can be checked. No co-signature has been struck out because of it. Restore the backup of the key folder and try again.',
  },
  'submission-does-not-match': {
    status: 422,
    zhTW: '資料庫中的連署紀錄與領銜人簽署的筆數或默克爾樹根不符，因此查對沒有開始。請由備份還原後再試。',
    en: 'The stored records are not those the lead signed for (number or Merkle root), so the check does not begin. Restore them from a backup and try again.',
  },
  'roster-not-sent': {
    status: 409,
    zhTW: '本案名冊尚未送交內政部。請先完成送交名冊的核可。',
    en: 'The roster of this case has not been sent to the Ministry yet. Have that step approved first.',
  },
  'answer-not-handed-in': {
    status: 409,
    zhTW: '尚未上傳內政部的回覆。請先逐一上傳檔案，再提出申請。',
    en: 'No file of the Ministry’s answer has been uploaded. Upload the files one by one, then ask again.',
  },
  'step-under-way': {
    status: 409,
    zhTW: '本案另一項作業正在執行，這次沒有變更任何資料。請等它結束，再重新提出。',
    en: 'Another step of this case is being executed. Nothing was changed this time. Wait until it has ended, and ask again.',
  },
  'answer-already-imported': {
    status: 409,
    zhTW: '內政部的回復已經匯入，不能再次匯入。',
    en: 'The Ministry’s answer has been imported already and cannot be imported again.',
  },
  'result-not-ready': {
    status: 409,
    zhTW: '本案尚無可確認的查對結果。請先匯入內政部的回復。',
    en: 'There is no result to confirm yet. Import the Ministry’s answer first.',
  },
  'purge-too-early': {
    status: 409,
    zhTW: '連署資料須保存至 {{dueOn}}，在此之前不得銷毀。',
    en: 'The records must be kept until {{dueOn}} and cannot be destroyed before that day.',
  },
  'purge-on-hold': {
    status: 409,
    zhTW: '本案尚在訴訟中，連署資料不得銷毀。請於判決確定後登錄判決確定日。',
    en: 'A lawsuit over this case is open, so its records cannot be destroyed. Enter the final ruling once there is one.',
  },
  'announcement-missing': {
    status: 409,
    zhTW: '尚未登錄本案的公告日，無法計算連署資料的保存期限。請先登錄公告日。',
    en: 'The announcement of this case has not been entered, so it is not known how long its records are kept. Enter the announcement first.',
  },
  'purge-done-already': {
    status: 409,
    zhTW: '本案連署資料已經銷毀。',
    en: 'The records of this case have been destroyed already.',
  },
  'approval-outdated': {
    status: 409,
    zhTW: '核可的內容已有變動，作業未執行。請重新提出申請並核可。',
    en: 'The approved content has changed since, so nothing was done. Request approval again.',
  },
  'record-destroyed': {
    status: 404,
    zhTW: '這個案件的連署紀錄已依法銷毀，或找不到這筆紀錄，無法再查看或受理。',
    en: 'The records of this case have been destroyed by law, or this record is not there, so nothing of it can be shown or taken.',
  },
  'nothing-to-correct': {
    status: 409,
    zhTW: '沒有等待更正的決定。請先由兩人決定異議或冒用通報。',
    en: 'No decided change is waiting. Two people first decide an objection or a report of misuse.',
  },
  'correction-takes-back': {
    status: 409,
    zhTW: '更正後的人數會推翻已成立的審定，本平臺不能這樣做。已成立之案件，須循訴訟程序處理。',
    en: 'With these numbers the case would no longer be established, and the platform never takes that back. This is for a court.',
  },
} satisfies Record<Exclude<CheckingErrorCode, 'not-found' | PaperMessageCode>, Message>;

/** What `audit verify` says about a bundle that does not verify. */
export const bundleMessages = {
  'bundle-file-missing': {
    status: 422,
    zhTW: '缺少檔案 {{file}}。請重新下載整份公布資料。',
    en: 'The file {{file}} is missing. Download the whole bundle again.',
  },
  'bundle-malformed': {
    status: 422,
    zhTW: '檔案 {{file}} 格式不符，可能已遭更動。請重新下載並核對來源。',
    en: 'The file {{file}} does not have the documented form. It may have been changed. Download it again from the commission.',
  },
  'bundle-signature-wrong': {
    status: 422,
    zhTW: '查對結果的簽章不符，或並非中央選舉委員會所簽。請勿採信，並向中選會查詢。',
    en: 'The signature over the result does not verify, or is not the commission’s. Do not rely on the result. Ask the commission.',
  },
  'bundle-certificate-untrusted': {
    status: 422,
    zhTW: '簽署結果時，中選會的憑證無法連到您以 --anchor 指定的信賴起點（{{cause}}）。請核對信賴起點，或以 lianshu pki verify 查明。',
    en: 'When the result was signed, no path led from the commission’s certificate to an anchor that you gave with --anchor ({{cause}}). Compare the anchors, or examine it with lianshu pki verify.',
  },
  'bundle-root-wrong': {
    status: 422,
    zhTW: '{{file}} 所列連署紀錄與公布的默克爾樹根不符。有紀錄遭增刪或更動。',
    en: 'The records listed in {{file}} do not give the published Merkle root. A record was added, left out or changed.',
  },
  'bundle-counts-wrong': {
    status: 422,
    zhTW: '{{file}} 所列結果加總後與公布的數字不符。',
    en: 'The results listed in {{file}} do not add up to the published numbers.',
  },
  'bundle-determination-wrong': {
    status: 422,
    zhTW: '公布的審定結果與其數字不符。',
    en: 'The published determination does not follow from its own numbers.',
  },
  'bundle-statement-wrong': {
    status: 422,
    zhTW: '領銜人簽署的聲明 {{file}} 與查對結果不符或簽章無效。',
    en: 'The lead’s signed statement {{file}} is not the one the result names, or does not verify.',
  },
} satisfies Record<Exclude<BundleErrorCode, ValidatorErrorCode>, Message>;
