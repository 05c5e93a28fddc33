import type { Sentence } from '../translation.js';

/** What ends a command and can be mended by whoever runs it. Paths and ports are told, contents never. */
export const failureTexts = {
  'file-not-found': {
    zhTW: '找不到檔案 {{file}}。請確認路徑。',
    en: 'There is no file {{file}}. Check the path.',
  },
  'file-not-readable': {
    zhTW: '沒有權限讀寫 {{file}}。請改用有權限的帳號，或調整檔案權限。',
    en: 'You may not read or write {{file}}. Use an account that may, or change its permissions.',
  },
  'file-is-folder': {
    zhTW: '{{file}} 是資料夾。請指定其中的檔案。',
    en: '{{file}} is a folder. Name a file in it.',
  },
  'file-not-folder': {
    zhTW: '{{file}} 的路徑中有一段不是資料夾。請確認路徑。',
    en: 'Part of the path {{file}} is not a folder. Check the path.',
  },
  'file-exists': {
    zhTW: '{{file}} 已經存在，未覆寫任何內容。請指定新的名稱，或先移走它。',
    en: '{{file}} exists already; nothing was overwritten. Name a new one, or move it away first.',
  },
  'file-too-large': {
    zhTW: '{{file}} 太大，無法處理。請確認檔案正確。',
    en: '{{file}} is too large to be read. Make sure that it is the right file.',
  },
  'disk-full': {
    zhTW: '磁碟空間不足，輸出不完整。請清出空間後重做。',
    en: 'The disk is full, so what was written is incomplete. Make room and do it again.',
  },
  'file-system-error': {
    zhTW: '讀寫 {{file}} 失敗（{{reason}}）。請確認磁碟與權限。',
    en: 'Reading or writing {{file}} failed ({{reason}}). Check the disk and the permissions.',
  },
  'private-key-malformed': {
    zhTW: '{{file}} 不是 PEM 格式的私密金鑰。請確認檔案正確。',
    en: '{{file}} is not a private key in PEM. Make sure that it is the right file.',
  },
  'private-key-locked': {
    zhTW: '私密金鑰 {{file}} 以密碼保護。請先解密：openssl pkey -in {{file}} -out 新檔名。',
    en: 'The private key {{file}} is protected by a passphrase. Decrypt it first: openssl pkey -in {{file}} -out NEW-FILE.',
  },
  'certificate-file-malformed': {
    zhTW: '{{file}} 不是憑證（PEM 或 DER）。請確認檔案正確。',
    en: '{{file}} is not a certificate, in PEM or DER. Make sure that it is the right file.',
  },
  'json-malformed': {
    zhTW: '{{file}} 不是 JSON。請重新下載。',
    en: '{{file}} is not JSON. Download it again.',
  },
  'keys-malformed': {
    zhTW: '{{file}} 不是平台公開的金鑰（JWKS）。請由平台的 /api/v1/keys 重新下載。',
    en: '{{file}} does not hold the platform’s published keys (JWKS). Download them from /api/v1/keys.',
  },
  'server-unreachable': {
    zhTW: '無法連線到伺服器 {{server}}。請確認網址、網路，以及平台是否正在執行。',
    en: 'The server {{server}} can’t be reached. Check the address, the network, and that the platform is running.',
  },
  'server-not-lianshu': {
    zhTW: '{{server}} 的回應不是連署平台的。請確認網址。',
    en: '{{server}} does not answer as a co-signing platform does. Check the address.',
  },
  'server-refused': {
    zhTW: '伺服器不接受這項請求（HTTP {{status}}）。請稍後再試。',
    en: 'The server refused the request (HTTP {{status}}). Try again later.',
  },
  'card-not-opened': {
    zhTW: '卡片無法開啟這次連署的金鑰。請確認用的是登記的加密憑證及其私密金鑰。',
    en: 'The card does not open the key of this round. Use the registered encryption certificate and its private key.',
  },
  'database-unreachable': {
    zhTW: '無法連線到資料庫 {{address}}。請確認 PostgreSQL 正在執行，以及 DATABASE_URL 的主機與埠號。',
    en: 'The database {{address}} can’t be reached. Check that PostgreSQL is running, and host and port in DATABASE_URL.',
  },
  'database-url-malformed': {
    zhTW: '資料庫網址格式不符，應為 postgresql://使用者:密碼@主機:埠號/資料庫。',
    en: 'The address of the database is malformed; it should be postgresql://user:password@host:port/database.',
  },
  'database-login-refused': {
    zhTW: '資料庫不接受這組帳號密碼。請確認 DATABASE_URL。',
    en: 'The database refuses this user or password. Check DATABASE_URL.',
  },
  'database-missing': {
    zhTW: '這台 PostgreSQL 上沒有該資料庫。請確認 DATABASE_URL 的資料庫名稱，或先建立它。',
    en: 'This PostgreSQL has no such database. Check the name in DATABASE_URL, or create it first.',
  },
  'database-not-migrated': {
    zhTW: '資料庫還沒有連署系統的結構。請先執行 lianshu migrate。',
    en: 'The database has not been set up for Lianshu. Run lianshu migrate first.',
  },
  'database-permission': {
    zhTW: '資料庫帳號的權限不足。請授予它建立結構及 lianshu_* 角色的權限。',
    en: 'The database user lacks rights. Grant it the right to create the schema and the roles lianshu_*.',
  },
  'database-error': {
    zhTW: '資料庫回報錯誤（SQLSTATE {{state}}）。請查看 PostgreSQL 的紀錄。',
    en: 'The database reports an error (SQLSTATE {{state}}). Look into the log of PostgreSQL.',
  },
  'postgres-not-started': {
    zhTW: '本機的 PostgreSQL 無法啟動。請確認磁碟空間與權限；若同一資料夾已有平台在執行，請先結束它。',
    en: 'The local PostgreSQL does not start. Check disk space and permissions; if a platform is running in the same folder, end it first.',
  },
  'port-in-use': {
    zhTW: '{{port}} 埠已有其他程式使用。請結束該程式，或以 LIANSHU_PORT 改用其他埠。',
    en: 'Port {{port}} is taken by another program. End that one, or choose another with LIANSHU_PORT.',
  },
  'port-not-allowed': {
    zhTW: '沒有權限使用 {{port}} 埠。請以 LIANSHU_PORT 改用 1024 以上的埠。',
    en: 'You may not listen on port {{port}}. Choose one from 1024 on with LIANSHU_PORT.',
  },
  'address-not-here': {
    zhTW: '這台機器沒有 LIANSHU_HOST 指定的位址。請改正後重新啟動。',
    en: 'This machine does not have the address in LIANSHU_HOST. Correct it and start again.',
  },
  'configuration-wrong': {
    zhTW: '環境變數 {{names}} 的值有誤。請依 docs/operations.md 改正。',
    en: 'The value of {{names}} in the environment is wrong. Correct it as docs/operations.md says.',
  },
  'start-keys-missing': {
    zhTW: '{{folder}} 缺少 commission.key.pem、commission.pem 或 moi.pem。請先安裝（見 docs/operations.md）。',
    en: '{{folder}} lacks commission.key.pem, commission.pem or moi.pem. Install them first (docs/operations.md).',
  },
  'start-trust-unreadable': {
    zhTW: '無法讀取 {{folder}} 的 trust.json 及憑證。請先安裝（見 docs/operations.md）。',
    en: 'trust.json and its certificates in {{folder}} can’t be read. Install them first (docs/operations.md).',
  },
  'start-trust-wrong': {
    zhTW: '{{folder}} 的信任設定有誤（{{reason}}）。請改正後重新啟動。',
    en: 'The trust configuration in {{folder}} is wrong ({{reason}}). Correct it and start again.',
  },
  'demo-running': {
    zhTW: '這個資料夾已有演示在執行（程序 {{pid}}）。請先按 Ctrl-C 結束它，或以 LIANSHU_HOME 指定另一個資料夾。若確定沒有，請刪除 {{file}}。',
    en: 'A demo is running in this folder (process {{pid}}). End it with Ctrl-C first, or name another folder in LIANSHU_HOME. If you are sure there is none, delete {{file}}.',
  },
  'case-unknown': {
    zhTW: '資料庫中沒有案號 {{case}} 的案件。請確認案號及資料庫。',
    en: 'There is no case {{case}} in this database. Check the number and the database.',
  },
  'bundle-folder-unknown': {
    zhTW: '{{file}} 裡沒有 result.json，不是公布的查對結果。請指定下載的資料夾。',
    en: '{{file}} holds no result.json, so it is no published bundle. Name the folder you downloaded.',
  },
  'roster-signed-by-another': {
    zhTW: '檔案並非以所指定的中選會憑證簽章，未寫出任何內容。請查明檔案來源。',
    en: 'The file is not signed by the commission’s certificate that you gave; nothing was written. Find out where it comes from.',
  },
  'crl-malformed': {
    zhTW: '這不是格式正確的憑證廢止清冊（RFC 5280，DER 或 PEM）。請重新下載。',
    en: 'It is not a CRL of RFC 5280, in DER or PEM. Download it again.',
  },
  'crl-too-large': {
    zhTW: '憑證廢止清冊超過 64 MiB，無法使用。請確認檔案正確。',
    en: 'The CRL is larger than 64 MiB. Make sure that it is the right file.',
  },
  interrupted: { zhTW: '已中斷。', en: 'Interrupted.' },
  'export-interrupted': {
    zhTW: '已中斷，{{folder}} 的內容不完整。請刪除後重做。',
    en: 'Interrupted: what is in {{folder}} is incomplete. Delete it and do it again.',
  },
  bug: {
    zhTW: '程式發生未預期的錯誤。這是我們的問題，請將以下內容回報給維護人員（不含任何個人資料）。',
    en: 'Something unexpected happened. The fault is ours: please report what follows; it holds no personal data.',
  },
} satisfies Record<string, Sentence>;
