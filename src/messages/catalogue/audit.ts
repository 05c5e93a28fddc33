import type { AuditErrorCode } from '../../audit/errors.js';
import type { Message } from '../message.js';

/** What `lianshu audit verify` says of a log that isn't whole. */
export const auditMessages = {
  'audit-event-malformed': {
    status: 422,
    zhTW: '第 {{line}} 行不是稽核紀錄：不是 JSON，或欄位短少、多餘或格式不符。',
    en: 'Line {{line}} is not an audit event: not JSON, or a member is missing, added or of the wrong form.',
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
    en: 'Line {{line}} does not have the hash of its content: it was changed.',
  },
  'audit-head-differs': {
    status: 422,
    zhTW: '紀錄中沒有所指定的第 {{seq}} 筆：紀錄遭截斷或改寫。',
    en: 'The log does not contain event {{seq}} as it was noted down: it was cut off or rewritten.',
  },
} satisfies Record<AuditErrorCode, Message>;
