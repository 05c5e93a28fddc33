import type { AuditErrorCode } from '../../audit/errors.js';
import type { CardSignatureErrorCode } from '../../core/cms/index.js';
import type { StaffErrorCode } from '../../staff/errors.js';
import type { TrustErrorCode } from '../../trust/errors.js';
import type { Message } from './message.js';

/** Why a sign-in fails, and why an approval does. */
export const staffMessages = {
  'sign-in-refused': {
    status: 401,
    zhTW: '無法登入。請確認使用已登記的自然人憑證（領銜人並請確認認證碼），重新取得查驗碼後再試一次。',
    en: 'You could not be signed in. Use the certificate that is registered (and, as lead proposer, the right access code), fetch a new challenge and try again.',
  },
  'sign-in-unavailable': {
    status: 503,
    zhTW: '目前無法確認憑證是否已廢止，因此暫時不能登入。這不是您憑證的問題。請稍後再試。',
    en: 'It cannot be checked at the moment whether the certificate has been revoked, so you cannot sign in. This is not a fault of your certificate. Try again later.',
  },
  'session-unknown': {
    status: 404,
    zhTW: '找不到這個登入階段，或該登入階段已經結束。',
    en: 'You have no such session, or it has ended.',
  },
  'member-certificate-malformed': {
    status: 422,
    zhTW: '檔案不是單一憑證（DER 或 PEM）。',
    en: 'The file is not a single certificate (DER or PEM).',
  },
  'member-certificate-not-for-signing': {
    status: 422,
    zhTW: '這不是簽章用憑證（keyUsage 無 digitalSignature）。請匯出卡片上的簽章憑證。',
    en: 'This is not a certificate for signing (no digitalSignature in its keyUsage). Export the signing certificate of the card.',
  },
  'member-role-unknown': {
    status: 422,
    zhTW: '沒有「{{role}}」這個角色；可用的角色為 registrar、verifier、approver、auditor。',
    en: 'There is no role "{{role}}"; the roles are registrar, verifier, approver and auditor.',
  },
  'member-without-role': {
    status: 422,
    zhTW: '請至少指定一個角色：registrar、verifier、approver、auditor。',
    en: 'Name at least one role: registrar, verifier, approver or auditor.',
  },
  'member-name-unfit': {
    status: 422,
    zhTW: '請輸入 1 至 100 字的名稱，不得有換行等控制字元。',
    en: 'Give a name of 1 to 100 characters, without line breaks or other control characters.',
  },
  'member-exists': {
    status: 409,
    zhTW: '這張憑證已經登記為工作人員。',
    en: 'A member of staff with this certificate is already registered.',
  },
  'member-unknown': {
    status: 404,
    zhTW: '沒有這個編號的人員。請由人員名單查明編號。',
    en: 'No member of staff has this identifier. Look it up in the list of members.',
  },
  'member-inactive': {
    status: 409,
    zhTW: '這位人員已停用，不能再變更。如需恢復，請以新的憑證重新登記。',
    en: 'This member is inactive and cannot be changed any more. To bring them back, register them with a new certificate.',
  },
  'member-unchanged': {
    status: 409,
    zhTW: '這位人員原本就是這些角色，無須變更。',
    en: 'This member has exactly these roles already. There is nothing to change.',
  },
  'members-too-few': {
    status: 409,
    zhTW: '變更後人員不足：至少須有一位登記人員（registrar）與兩位核可人員（approver）。請先增加人員。',
    en: 'Too few members would be left: at least one registrar and two approvers are needed. Add members first.',
  },
  'members-by-two-people': {
    status: 409,
    zhTW: '已有足夠的人員，不能再由系統管理人員單獨變更。請由登記人員經 API 提出申請（POST /api/v1/staff/members），由核可人員簽章。卡片全部遺失時，請加上 --emergency 與公文文號；該次變更會對外公布。',
    en: 'There are enough members by now, so the operator alone cannot change them. A registrar asks through the API (POST /api/v1/staff/members), and an approver signs. If all cards are lost, add --emergency with the number of the document that orders it; the change is then shown to everybody.',
  },
  'emergency-document-unfit': {
    status: 422,
    zhTW: '請輸入公文文號：1 至 40 個文字、數字或連字號。文號會對外公布。',
    en: 'Give the number of the document: 1 to 40 letters, digits and hyphens. It is published.',
  },
  'approval-action-unknown': {
    status: 422,
    zhTW: '沒有「{{action}}」這項作業。',
    en: 'There is no action "{{action}}".',
  },
  'approval-request-unknown': {
    status: 404,
    zhTW: '找不到這項核可申請。',
    en: 'There is no such approval request.',
  },
  'approval-not-pending': {
    status: 409,
    zhTW: '這項申請已經處理過，不能再次核可。',
    en: 'This request has been handled already and cannot be approved again.',
  },
  'approval-expired': {
    status: 409,
    zhTW: '這項申請已逾期。如仍需執行，請重新提出申請。',
    en: 'This request has expired. Make a new one if the action is still wanted.',
  },
  'approval-by-requester': {
    status: 403,
    zhTW: '您不能核可自己提出的申請。須由另一位核可人以其本人的憑證簽章。',
    en: 'You cannot approve your own request. Another approver must sign with their own certificate.',
  },
  'approval-of-own-role': {
    status: 403,
    zhTW: '這項申請會使您本人取得角色，或成為案件的領銜人，您不能申請或核可。須由另一位人員辦理。',
    en: 'This request would give a role to yourself, or make you the lead of a case, so you can neither ask for it nor approve it. Somebody else must.',
  },
  'conflict-of-interest': {
    status: 403,
    zhTW: '本案的領銜人與連署人不能以承辦人員身分處理本案，因此您的卡片不能執行這項作業。請由其他同仁辦理。',
    en: 'The lead and the co-signers of a case cannot act in it as staff, so your card cannot do this. Ask a colleague to do it.',
  },
  'lead-certificate-unchanged': {
    status: 422,
    zhTW: '這張簽章憑證就是目前登錄的憑證，不需要更換。請確認是否選錯檔案。',
    en: 'This signing certificate is the one that is registered, so there is nothing to replace. Check whether it is the right file.',
  },
  'approval-certificate-not-the-approvers': {
    status: 422,
    zhTW: '簽章所用的憑證不是您登入時的憑證。請以同一張卡片簽章。',
    en: 'The signature was made with another certificate than the one you signed in with. Sign with the same card.',
  },
  'approval-not-verified': {
    status: 409,
    zhTW: '資料庫中的核可無法驗證（{{what}}），作業未執行。這筆資料可能遭人竄改，請通報系統管理人員。',
    en: 'The approval in the database does not verify ({{what}}), so the action was not carried out. Somebody may have altered it: tell the operator.',
  },
  'approval-execution-broken': {
    status: 500,
    zhTW: '作業已核可，但執行時系統發生錯誤，申請編號 {{request}}。請查明原因後重新提出申請。',
    en: 'The action was approved, but an error occurred while it was executed (request {{request}}). Find the cause, then make a new request.',
  },
} satisfies Record<Exclude<StaffErrorCode, CardSignatureErrorCode | TrustErrorCode>, Message>;

/** Why an audit log does not verify, as `lianshu audit verify` prints it. */
export const auditMessages = {
  'audit-event-malformed': {
    status: 422,
    zhTW: '第 {{line}} 行不是匯出的稽核紀錄：不是 JSON，或欄位短少、多餘或格式不符。',
    en: 'Line {{line}} is none of an exported log: not JSON, or a member is missing, unknown or of the wrong form.',
  },
  'audit-sequence-broken': {
    status: 422,
    zhTW: '第 {{line}} 行的序號不連續：紀錄有缺漏、重複或被移動。',
    en: 'The sequence number on line {{line}} is not the next one: an event is missing, repeated or moved.',
  },
  'audit-chain-broken': {
    status: 422,
    zhTW: '第 {{line}} 行與前一筆紀錄的雜湊值不相連。',
    en: 'Line {{line}} does not continue from the hash of the event before it.',
  },
  'audit-event-altered': {
    status: 422,
    zhTW: '第 {{line}} 行的內容與其雜湊值不符：紀錄遭到更改。',
    en: 'The content of line {{line}} does not match its hash. It was changed.',
  },
  'audit-head-differs': {
    status: 422,
    zhTW: '紀錄中沒有所指定的第 {{seq}} 筆：紀錄遭截斷或改寫。',
    en: 'The log does not contain event {{seq}} as you noted it down. Events were cut off or rewritten.',
  },
  'audit-signature-missing': {
    status: 422,
    zhTW: '第 {{line}} 行之前的一筆須有當事人的簽章，但紀錄中沒有。請重新匯出；仍然沒有，就是有人刪除。',
    en: 'The event before line {{line}} needs the signature of who acted, and it is not there. Export the log again; if it is still missing, somebody removed it.',
  },
  'audit-signature-wrong': {
    status: 422,
    zhTW: '第 {{line}} 行的簽章無效，或不是這件作業的簽章：平臺、作業、案號或內容不符。',
    en: 'The signature on line {{line}} does not verify, or is not of this act: the platform, the action, the case or the content differs.',
  },
  'audit-signer-not-allowed': {
    status: 422,
    zhTW: '第 {{line}} 行的簽章人不是紀錄所載的人，或沒有權限作這件事。',
    en: 'Who signed on line {{line}} is not who the log says has acted, or may not do this.',
  },
  'audit-signer-untrusted': {
    status: 422,
    zhTW: '第 {{line}} 行簽章人的憑證，在當時無法連到您以 --anchor 指定的信賴起點（{{cause}}）。',
    en: 'No path led from the certificate of who signed on line {{line}} to an anchor that you gave with --anchor, at that time ({{cause}}).',
  },
  'audit-step-not-approved': {
    status: 422,
    zhTW: '第 {{line}} 行的作業須經兩人核可，但紀錄中沒有核可人的簽章。',
    en: 'The step on line {{line}} takes two people, and the log has no signed approval of it.',
  },
  'audit-checkpoint-wrong': {
    status: 422,
    zhTW: '第 {{line}} 行的簽章檢查點，不是平臺公開的金鑰所簽，或與之前的紀錄不符：紀錄遭到改寫。',
    en: 'The checkpoint on line {{line}} is not signed by a published key of the platform, or does not agree with the events before it. The log was rewritten.',
  },
  'audit-checkpoint-missing': {
    status: 422,
    zhTW: '紀錄中沒有任何簽章檢查點，無從查核是否遭到改寫。平臺啟動後會簽署第一個；請再匯出一次。',
    en: 'The log has no checkpoint, so nothing shows whether it was rewritten. The platform signs the first when it starts: export the log again.',
  },
  'audit-checkpoint-not-in-log': {
    status: 422,
    zhTW: '您先前留存的第 {{number}} 號簽章檢查點確為平臺所簽，但不在紀錄中：紀錄遭到截斷或改寫。',
    en: 'Checkpoint {{number}}, which you kept earlier, is genuine and is not in the log. Events were cut off or rewritten.',
  },
  'audit-noted-checkpoint-wrong': {
    status: 422,
    zhTW: '您以 --checkpoints 指定的檔案，第 {{line}} 行不是平臺公開的金鑰所簽的檢查點。請核對檔案與 --keys。',
    en: 'Line {{line}} of the file given with --checkpoints is no checkpoint signed by a published key of the platform. Compare the file and --keys.',
  },
} satisfies Record<AuditErrorCode, Message>;
