import type { Sentence } from '../translation.js';

/** The texts of `moi open` and `moi answer`. */
export const moiTexts = {
  'help.moi': { zhTW: '內政部的名冊查對', en: 'the Ministry of the Interior’s side of the exchange' },
  'help.moi-open': {
    zhTW: '開啟中選會送來的名冊，查核簽章，將各列寫成一個 CSV 檔',
    en: 'open a roster from the commission, verify its signature, and write its rows as one CSV file',
  },
  'help.moi-answer': {
    zhTW: '逐列檢查查對結果，簽章並加密給中選會，做成可上傳的檔案',
    en: 'check the answers row by row, sign them, and encrypt them to the commission, in the files that the upload takes',
  },
  'argument.roster-folder': {
    zhTW: '名冊的資料夾，內有 manifest.json 及各分檔（均為加密檔）',
    en: 'folder of the roster, with manifest.json and the parts, all encrypted',
  },
  'argument.answers': {
    zhTW: '查對結果，CSV，欄位為 seq,result 或 seq,national_id,result',
    en: 'the answers, CSV with the columns seq,result or seq,national_id,result',
  },
  'option.ministry-pkcs12': {
    zhTW: '內政部的私密金鑰與憑證，PKCS #12',
    en: 'the Ministry’s private key with its certificate, PKCS #12',
  },
  'option.rows-out': {
    zhTW: '將各列寫入此新檔，內含統一編號，只有擁有者可讀',
    en: 'new file for the rows; it contains national ID numbers, and only its owner can read it',
  },
  'option.answer-recipient': {
    zhTW: '中選會的解密憑證，PEM；查對結果加密給它',
    en: 'the commission’s decryption certificate, PEM; the answer is encrypted to it',
  },
  'usage.office-key': {
    zhTW: '請以 --key 及 --certificate 指定金鑰與憑證，或以 --pkcs12 指定一個檔案。',
    en: 'Name the key by --key and --certificate, or by --pkcs12.',
  },
  'progress.rows': { zhTW: '列', en: 'rows' },
  'moi.roster': {
    zhTW: '案號 {{case}}，第 {{round}} 階段，共 {{rows}} 列',
    en: 'Case {{case}}, round {{round}}, rows: {{rows}}',
  },
  'moi.submitted-on': {
    zhTW: '提出日：{{day}}（年齡、居住期間均計算至此日）',
    en: 'Submitted on {{day}}: ages and residence count to this day',
  },
  'moi.next-answer': {
    zhTW: '查對後，請在每列加上 result 欄（00 為符合），再執行 lianshu moi answer。',
    en: 'After the check, add a column named result to each row (00 where it is valid), and run lianshu moi answer.',
  },
  'moi.answered': {
    zhTW: '案號 {{case}}，第 {{round}} 階段，{{rows}} 列都有查對結果：',
    en: 'Case {{case}}, round {{round}}: each of the {{rows}} rows has its answer:',
  },
  'moi.result-count': { zhTW: '  {{result}}：{{count}}', en: '  {{result}}: {{count}}' },
  'moi.answer-written': {
    zhTW: '{{files}} 個加密檔已寫入 {{folder}}。請原樣交給中選會上傳，不要改檔名。',
    en: '{{files}} encrypted files are in {{folder}}. Hand them to the commission as they are, under these names.',
  },
} satisfies Record<string, Sentence>;

/** Failures of `moi open` and `moi answer` that the Ministry can correct, or ask the commission about. */
export const moiFailureTexts = {
  'exchange-file-not-opened': {
    zhTW: '{{file}} 無法以這把金鑰開啟。請確認金鑰，或請中選會重新提供檔案。',
    en: 'The file {{file}} does not open with this key. Check the key, or ask the commission for the file again.',
  },
  'exchange-file-unsigned': {
    zhTW: '{{file}} 裡的簽章無效，未寫出任何內容。請中選會查明。',
    en: 'The signature in {{file}} is not valid. Nothing was written. Ask the commission.',
  },
  'exchange-file-signed-by-another': {
    zhTW: '{{file}} 並非以所指定的中選會憑證簽章，未寫出任何內容。請查明檔案來源。',
    en: 'The file {{file}} is not signed with the commission’s certificate that you gave. Nothing was written. Find out where it comes from.',
  },
  'manifest-malformed': {
    zhTW: '{{file}} 不是格式正確的清單檔。請中選會重新提供名冊。',
    en: 'The file {{file}} is not a well-formed manifest. Ask the commission for the roster again.',
  },
  'roster-part-digest-wrong': {
    zhTW: '{{file}} 與清單檔所載的 SHA-256 不符，不是同一份名冊。請中選會重新提供。',
    en: 'The file {{file}} does not have the SHA-256 that the manifest names: it is of another roster. Ask the commission for it again.',
  },
  'roster-part-malformed': {
    zhTW: '{{file}} 第 {{line}} 行格式不符。請中選會重新提供名冊。',
    en: 'Line {{line}} of {{file}} is not of the documented form. Ask the commission for the roster again.',
  },
  'answer-header-wrong': {
    zhTW: '{{file}} 第 1 行應為 seq,result 或 seq,national_id,result。請更正後再執行。',
    en: 'The first line of {{file}} must be seq,result or seq,national_id,result. Correct it, and run the command again.',
  },
  'answer-line-malformed': {
    zhTW: '{{file}} 第 {{line}} 行的欄位與第 1 行不符，未寫出任何內容。請更正後再執行。',
    en: 'Line {{line}} of {{file}} does not have the columns of the first line. Nothing was written. Correct it, and run the command again.',
  },
  'answer-line-unknown': {
    zhTW: '{{file}} 第 {{line}} 行：名冊沒有序號 {{seq}}。請更正後再執行。',
    en: 'Line {{line}} of {{file}}: the roster has no number {{seq}}. Correct it, and run the command again.',
  },
  'answer-line-repeated': {
    zhTW: '{{file}} 第 {{line}} 行：序號 {{seq}} 重複。請更正後再執行。',
    en: 'Line {{line}} of {{file}}: number {{seq}} is answered twice. Correct it, and run the command again.',
  },
  'answer-line-result-unknown': {
    zhTW: '{{file}} 第 {{line}} 行：序號 {{seq}} 的查對結果不是 00、B01 或 R01 至 R05。請更正後再執行。',
    en: 'Line {{line}} of {{file}}: the result of number {{seq}} is not 00, B01 or R01 to R05. Correct it, and run the command again.',
  },
  'answer-line-missing': {
    zhTW: '{{file}} 共 {{line}} 行，沒有序號 {{seq}} 的查對結果。請補上後再執行。',
    en: 'The file {{file}} has {{line}} lines, and no answer for number {{seq}}. Add it, and run the command again.',
  },
} satisfies Record<string, Sentence>;
