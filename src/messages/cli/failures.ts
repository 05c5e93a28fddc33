import type { Sentence } from '../translation.js';

/** Failures that end a command and that its user can correct. The texts name paths and ports, never contents. */
export const failureTexts = {
  'file-not-found': {
    zhTW: '找不到檔案 {{file}}。請確認路徑。',
    en: 'There is no file {{file}}. Check the path.',
  },
  'file-not-readable': {
    zhTW: '沒有權限讀寫 {{file}}。請改用有權限的帳號，或調整檔案權限。',
    en: 'You may not read or write {{file}}. Use an account that may, or change the permissions of the file.',
  },
  'file-is-folder': {
    zhTW: '{{file}} 是資料夾。請指定其中的檔案。',
    en: '{{file}} is a folder. Give the path of a file in it.',
  },
  'file-not-folder': {
    zhTW: '{{file}} 的路徑中有一段不是資料夾。請確認路徑。',
    en: 'Part of the path {{file}} is not a folder. Check the path.',
  },
  'file-exists': {
    zhTW: '{{file}} 已經存在，未覆寫任何內容。請指定新的名稱，或先移走它。',
    en: '{{file}} exists already, and nothing was overwritten. Choose a new name, or move it first.',
  },
  'file-too-large': {
    zhTW: '{{file}} 太大，無法處理。請確認檔案正確。',
    en: '{{file}} is too large to read. Make sure that it is the right file.',
  },
  'disk-full': {
    zhTW: '磁碟空間不足，輸出不完整。請清出空間後重做。',
    en: 'The disk is full, so the output is incomplete. Free some space and start again.',
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
    en: '{{file}} is not a certificate in PEM or DER. Make sure that it is the right file.',
  },
  'json-malformed': {
    zhTW: '{{file}} 不是 JSON。請重新下載。',
    en: '{{file}} is not JSON. Download it again.',
  },
  'keys-malformed': {
    zhTW: '{{file}} 不是平台公開的金鑰（JWKS）。請由平台的 /api/v1/keys 重新下載。',
    en: '{{file}} does not contain the platform’s published keys (JWKS). Download them from /api/v1/keys.',
  },
  'server-unreachable': {
    zhTW: '無法連線到伺服器 {{server}}。請確認網址、網路，以及平台是否正在執行。',
    en: 'The server {{server}} can’t be reached. Check the address, the network, and that the platform is running.',
  },
  'server-not-lianshu': {
    zhTW: '{{server}} 不是連署平台。請確認網址。',
    en: 'The server {{server}} is not a co-signing platform. Check the address.',
  },
  'server-refused': {
    zhTW: '伺服器不接受這項請求（HTTP {{status}}）。請稍後再試。',
    en: 'The server refused the request (HTTP {{status}}). Try again later.',
  },
  'card-not-opened': {
    zhTW: '卡片無法解開連署金鑰。請使用登記的加密憑證及其私密金鑰。',
    en: 'The card cannot decrypt the round key. Use the registered encryption certificate and its private key.',
  },
  'secret-file-readable': {
    zhTW: '其他使用者也能讀取 {{file}}，因此不使用。請執行 chmod 600 {{file}}；若可能已有人讀過，請換掉其中的內容。',
    en: 'Other users may read {{file}}, so it is not used. Run chmod 600 {{file}}. If somebody may have read it, change the secret.',
  },
  'secret-file-malformed': {
    zhTW: '{{file}} 應只有一行文字（最多 1,024 位元組）。請確認檔案正確。',
    en: 'The file {{file}} should hold one line of text, of at most 1,024 bytes. Make sure that it is the right file.',
  },
  'answer-missing': {
    zhTW: '沒有得到回答，已停止。請在終端機執行，或以選項提供（見 --help）。',
    en: 'There was no answer, so the command stopped. Run it in a terminal, or give the answer as an option (see --help).',
  },
  'card-port-in-use': {
    zhTW: '{{port}} 埠已有其他程式使用，可能是跨平台網頁元件或另一個模擬讀卡元件。請先結束它。',
    en: 'Another program uses port {{port}}: perhaps the real card program, or another mock one. End it first.',
  },
  'pkcs12-malformed': {
    zhTW: '{{file}} 不是 PKCS #12 檔。請確認檔案正確。',
    en: 'The file {{file}} is not PKCS #12. Make sure that it is the right file.',
  },
  'pkcs12-passphrase-wrong': {
    zhTW: '{{file}} 的密碼不正確，或檔案已遭更動。請再試一次。',
    en: 'The passphrase of {{file}} is wrong, or the file was changed. Try again.',
  },
  'pkcs12-not-supported': {
    zhTW: '{{file}} 的加密方式過舊，或沒有完整性保護。請以新版 openssl 轉換：openssl pkcs12 -legacy -in {{file}} -out 暫存.pem，再 openssl pkcs12 -export -in 暫存.pem -out 新檔.p12，並刪除暫存檔。',
    en: 'The file {{file}} is encrypted in an old way, or has no MAC. Convert it: openssl pkcs12 -legacy -in {{file}} -out TEMPORARY.pem, then openssl pkcs12 -export -in TEMPORARY.pem -out NEW.p12, and delete the temporary file.',
  },
  'card-certificate-missing': {
    zhTW: '卡片或檔案裡缺少憑證及其金鑰（{{lacking}}：signing 為簽章、encryption 為加密）。兩者都要有。',
    en: 'The card or file lacks a certificate with its key ({{lacking}}). It needs both, one to sign and one for encryption.',
  },
  'card-token-not-found': {
    zhTW: '{{module}} 中符合的卡片有 {{found}} 張，應為一張。請插入卡片，或以 --token 指定標籤。',
    en: 'The module {{module}} has {{found}} tokens that fit, and there must be one. Insert the card, or give its label with --token.',
  },
  'card-token-unusable': {
    zhTW: '無法使用 PKCS #11 模組 {{module}}（{{reason}}）。請確認路徑與讀卡機。',
    en: 'The PKCS #11 module {{module}} can’t be used ({{reason}}). Check the path and the reader.',
  },
  'database-unreachable': {
    zhTW: '無法連線到資料庫 {{address}}。請確認 PostgreSQL 正在執行，以及 DATABASE_URL 的主機與埠號。',
    en: 'The database {{address}} can’t be reached. Check that PostgreSQL is running, and check the host and port in DATABASE_URL.',
  },
  'database-url-malformed': {
    zhTW: '資料庫網址格式不符，應為 postgresql://使用者:密碼@主機:埠號/資料庫。',
    en: 'The address of the database is malformed. It should be postgresql://user:password@host:port/database.',
  },
  'database-login-refused': {
    zhTW: '資料庫不接受這組帳號密碼。請確認 DATABASE_URL。',
    en: 'The database does not accept this user or password. Check DATABASE_URL.',
  },
  'database-missing': {
    zhTW: '這台 PostgreSQL 伺服器上沒有這個資料庫。請確認 DATABASE_URL 的資料庫名稱，或先建立資料庫。',
    en: 'The database does not exist on this PostgreSQL server. Check the name in DATABASE_URL, or create the database first.',
  },
  'database-not-migrated': {
    zhTW: '資料庫還沒有連署系統的結構。請先執行 lianshu migrate。',
    en: 'The database has not been set up for Lianshu. Run lianshu migrate first.',
  },
  'database-permission': {
    zhTW: '資料庫帳號的權限不足。請授予它建立結構及 lianshu_* 角色的權限。',
    en: 'The database user does not have the necessary rights. Give it the right to create the schema and the roles lianshu_*.',
  },
  'database-error': {
    zhTW: '資料庫回報錯誤（SQLSTATE {{state}}）。請查看 PostgreSQL 的紀錄。',
    en: 'The database reports an error (SQLSTATE {{state}}). See the log of PostgreSQL.',
  },
  'postgres-not-started': {
    zhTW: '本機的 PostgreSQL 無法啟動。請確認磁碟空間與權限；若同一資料夾已有平台在執行，請先結束它。',
    en: 'The local PostgreSQL did not start. Check the disk space and the permissions. If a platform is already running in the same folder, end it first.',
  },
  'port-in-use': {
    zhTW: '{{port}} 埠已有其他程式使用。請結束該程式，或以 LIANSHU_PORT 改用其他埠。',
    en: 'Another program uses port {{port}}. End that program, or choose another port with LIANSHU_PORT.',
  },
  'port-not-allowed': {
    zhTW: '沒有權限使用 {{port}} 埠。請以 LIANSHU_PORT 改用 1024 以上的埠。',
    en: 'You may not listen on port {{port}}. Choose a port of 1024 or more with LIANSHU_PORT.',
  },
  'address-not-here': {
    zhTW: '這台機器沒有 LIANSHU_HOST 指定的位址。請改正後重新啟動。',
    en: 'This machine does not have the address in LIANSHU_HOST. Correct it and start again.',
  },
  'configuration-wrong': {
    zhTW: '環境變數 {{names}} 的值有誤。請依 docs/operations.md 改正。',
    en: 'The value of {{names}} in the environment is wrong. Correct it; docs/operations.md describes the values.',
  },
  'start-keys-missing': {
    zhTW: '{{folder}} 缺少 {{names}}。新平臺請先執行 lianshu init 並安裝憑證；既有平臺請從備份還原，不要另製金鑰（見 docs/operations.md）。',
    en: '{{names}} missing in {{folder}}. For a new platform, run lianshu init and install the certificates. For one that has run before, restore them from the backup; do not make new keys (docs/operations.md).',
  },
  'start-keys-readable': {
    zhTW: '{{folder}} 的 {{names}} 可由擁有者以外的人讀取，因此不啟動。請執行 chmod -R go= {{folder}}，並查明是否有人讀過這些金鑰（見 docs/operations.md）。',
    en: 'Others than the owner may read {{names}} in {{folder}}, so the server does not start. Run chmod -R go= {{folder}}, and find out whether anybody has read the keys (docs/operations.md).',
  },
  'start-mobile-key-malformed': {
    zhTW: '{{folder}} 的 {{names}} 不是以 base64 表示的 32 位元組金鑰。請將內政部提供的金鑰原樣存入此檔（見 docs/operations.md）。',
    en: '{{names}} in {{folder}} is not a key of 32 octets in base64. Save the key into this file as the Ministry of the Interior handed it over (docs/operations.md).',
  },
  'start-token-library-missing': {
    zhTW: '金鑰存放於硬體模組，但未安裝 {{package}}。請安裝編譯工具後執行 npm install --no-save {{package}}（版本見 package.json；見 docs/operations.md）。',
    en: 'The keys are in a token, and the package {{package}} is not installed. Install a compiler, and then the package: npm install --no-save {{package}}, in the version of package.json (docs/operations.md).',
  },
  'start-token-unusable': {
    zhTW: '無法使用存放金鑰的模組 {{token}}（{{reason}}）。請確認模組路徑、標籤與 PIN 檔（見 docs/operations.md）。',
    en: 'The token {{token}} with the keys can’t be used ({{reason}}). Check the module’s path, the label and the PIN file (docs/operations.md).',
  },
  'start-certificate-unfit': {
    zhTW: '{{file}} 的憑證不適合其用途（缺 {{lacking}}）。請改用主管機關相應用途的憑證：commission.pem 供簽章，commission-decryption.pem 供解密（見 docs/operations.md）。',
    en: 'The certificate in {{file}} is not one for this use (it lacks {{lacking}}). Install the commission’s certificate for it: commission.pem signs, commission-decryption.pem decrypts (docs/operations.md).',
  },
  'start-keys-not-apart': {
    zhTW: '{{names}} 是同一把金鑰。主管機關簽章與解密須使用兩把不同的金鑰，請分別安裝。',
    en: '{{names}} are one key. The commission must sign with one key and decrypt with another. Install two.',
  },
  'start-intake-key-unknown': {
    zhTW: '{{folder}} 的收件金鑰（intake.pem）不是這個資料庫用過的金鑰，因此不啟動。請還原本平臺的金鑰資料夾，或確認資料庫位址；要換金鑰請用 lianshu intake-key rotate。',
    en: 'The intake key (intake.pem) in {{folder}} is not one that this database knows, so the server does not start. Restore this platform’s key folder, or correct the address of the database. To change the key, use lianshu intake-key rotate.',
  },
  'start-trust-unreadable': {
    zhTW: '無法讀取 {{folder}} 的 trust.json 及憑證。請先安裝（見 docs/operations.md）。',
    en: 'trust.json and its certificates in {{folder}} can’t be read. Install the files first (docs/operations.md).',
  },
  'start-trust-wrong': {
    zhTW: '{{folder}} 的信任設定有誤（{{reason}}）。請改正後重新啟動。',
    en: 'The trust configuration in {{folder}} is wrong ({{reason}}). Correct it and start again.',
  },
  'database-logins-missing': {
    zhTW: '資料庫角色 {{role}} 無法登入，而 DATABASE_URL 的帳號無權為它設定密碼。請由資料庫管理員設定，並以四個 LIANSHU_…_DATABASE_URL 提供（見 docs/operations.md）。',
    en: 'The database role {{role}} can’t log in, and the login in DATABASE_URL may not set its password. Have the database administrator set it, and give the four LIANSHU_…_DATABASE_URL (docs/operations.md).',
  },
  'database-schema-older': {
    zhTW: '資料庫結構較舊，缺少 {{migration}}。請先執行 lianshu migrate。',
    en: 'The database is older than this program: {{migration}} is missing. Run lianshu migrate first.',
  },
  'database-schema-newer': {
    zhTW: '資料庫結構較新，有本版程式沒有的 {{migration}}。請改用較新的程式。',
    en: 'The database is newer than this program, which doesn’t know {{migration}}. Use a newer program.',
  },
  'database-too-old': {
    zhTW: 'PostgreSQL {{version}} 太舊。請使用 {{oldest}} 以上的版本。',
    en: 'PostgreSQL {{version}} is too old. Use {{oldest}} or newer.',
  },
  'demo-running': {
    zhTW: '這個資料夾已有示範在執行（程序 {{pid}}）。請先按 Ctrl-C 結束它，或以 LIANSHU_HOME 指定另一個資料夾。若確定沒有示範在執行，請刪除 {{file}}。',
    en: 'A demo is already running in this folder (process {{pid}}). End it with Ctrl-C first, or choose another folder with LIANSHU_HOME. If you are sure that none is running, delete {{file}}.',
  },
  'case-unknown': {
    zhTW: '資料庫中沒有案號 {{case}} 的案件。請確認案號及資料庫。',
    en: 'There is no case {{case}} in this database. Check the number and the database.',
  },
  'bundle-folder-unknown': {
    zhTW: '{{file}} 裡沒有 result.json，不是公布的查對結果。請指定下載的資料夾。',
    en: '{{file}} contains no result.json, so it is not a published result. Give the folder that you downloaded.',
  },
  'roster-signed-by-another': {
    zhTW: '檔案並非以所指定的中選會憑證簽章，未寫出任何內容。請查明檔案來源。',
    en: 'The file is not signed with the commission’s certificate that you gave. Nothing was written. Find out where the file comes from.',
  },
  'crl-malformed': {
    zhTW: '這不是格式正確的憑證廢止清冊（RFC 5280，DER 或 PEM）。請重新下載。',
    en: 'The file is not a well-formed CRL (RFC 5280) in DER or PEM. Download it again.',
  },
  'crl-too-large': {
    zhTW: '憑證廢止清冊超過 64 MiB，無法使用。請確認檔案正確。',
    en: 'The CRL is larger than 64 MiB. Make sure that it is the right file.',
  },
  interrupted: { zhTW: '已中斷。', en: 'Interrupted.' },
  'export-interrupted': {
    zhTW: '已中斷，{{folder}} 的內容不完整。請刪除後重做。',
    en: 'Interrupted. The content of {{folder}} is incomplete. Delete the folder and start again.',
  },
  bug: {
    zhTW: '程式發生未預期的錯誤，並非您操作有誤。請將以下內容回報維護人員；其中不含個人資料。',
    en: 'An unexpected error occurred. It is a fault in the program. Please report the text below; it contains no personal data.',
  },
} satisfies Record<string, Sentence>;
