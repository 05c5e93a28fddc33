import { type JsonValue } from '../canonical-json.js';
import { type JsonBounds, parseJson } from '../json.js';
import { parseCaseNumber } from '../case-number.js';
import { isLineText } from './line-text.js';

/** Actions that need two people, by their stable code, in the words of an office. */
const actionNames: Readonly<Record<string, string>> = {
  'start-check': '開始查對',
  'send-roster': '名冊送內政部查對',
  'import-answer': '匯入內政部查對結果',
  'confirm-result': '確認並公告查對結果',
  'decide-objection': '決定異議',
  'decide-misuse': '決定冒用通報',
  'correct-result': '更正查對結果',
  purge: '銷毀連署資料',
  'stop-case': '停止連署',
  'replace-code': '更換認證碼',
  'add-member': '新增人員',
  'change-member-roles': '變更人員角色',
  'remove-member': '停用人員',
  'take-in-submission': '收受離線提出之連署（REG 11）',
  'replace-lead-certificate': '更換領銜人憑證',
  'enter-closure': '登錄機關停止上班日，順延各案期間末日',
  'notice-supplement': '登錄補提通知送達日',
  'enter-announcement': '登錄公告日',
  'enter-hold': '登錄訴訟，保留連署資料',
  'lift-hold': '登錄判決確定日',
  'pause-intake': '暫停所有案件收件',
  'resume-intake': '恢復所有案件收件',
  'pause-case-intake': '暫停本案收件',
  'resume-case-intake': '恢復本案收件',
  'begin-read-only': '平臺進入唯讀狀態',
  'end-read-only': '平臺結束唯讀狀態',
};

/** The name of an action in Chinese, with its code; the code alone where it has no name. */
export function approvalActionName(action: string): string {
  const name = actionNames[action];
  return name === undefined ? action : `${name}（${action}）`;
}

const number = (value: JsonValue): string | undefined =>
  typeof value === 'number' ? String(value) : undefined;
const day = (value: JsonValue): string | undefined =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) ? value : undefined;
const time = (value: JsonValue): string | undefined =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(value) ? value : undefined;
const digest = (value: JsonValue): string | undefined =>
  typeof value === 'string' && /^[0-9a-f]{64}$/.test(value) ? value : undefined;
const uuid = (value: JsonValue): string | undefined =>
  typeof value === 'string' && /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value)
    ? value
    : undefined;
const line = (value: JsonValue): string | undefined =>
  typeof value === 'string' && value.length <= 500 && isLineText(value) ? value : undefined;

/** The roles of staff, by their stable code. */
const roleNames: Readonly<Record<string, string>> = {
  registrar: '登記人員',
  verifier: '查對人員',
  approver: '核可人員',
  auditor: '稽核人員',
};

/** Roles with their codes, `無` for none. A list with anything else is not written. */
function roles(value: JsonValue): string | undefined {
  if (!Array.isArray(value)) return undefined;
  const named = (value as readonly JsonValue[]).map((role) =>
    typeof role === 'string' && Object.hasOwn(roleNames, role)
      ? `${String(roleNames[role])}（${role}）`
      : undefined,
  );
  return named.includes(undefined) ? undefined : named.join('、') || '無';
}

/** A verdict: a reason code, or that the co-signature counts. */
const verdict = (value: JsonValue): string | undefined => {
  if (value === 'counted') return '計入';
  return typeof value === 'string' && /^[A-Z]\d\d$/.test(value) ? `不計入（${value}）` : undefined;
};

/** A last day that moves, such as `9001：2026-09-02 → 2026-09-03`. */
function move(value: JsonValue): string | undefined {
  if (typeof value !== 'object' || value === null || !('case' in value)) return undefined;
  const { case: onCase, from = null, to = null } = value as Readonly<Record<string, JsonValue>>;
  const [before, after] = [day(from), day(to)];
  const isNumber = typeof onCase === 'string' && parseCaseNumber(onCase).ok;
  return isNumber && before !== undefined && after !== undefined
    ? `${onCase}：${before} → ${after}`
    : undefined;
}

/** Last days that move, `無` for none. A list with anything else is not written. */
function moves(value: JsonValue): string | undefined {
  if (!Array.isArray(value)) return undefined;
  const told = (value as readonly JsonValue[]).map(move);
  return told.includes(undefined) ? undefined : told.join('、') || '無';
}

const length = (value: JsonValue): string | undefined =>
  Array.isArray(value) ? String(value.length) : undefined;
const oneOf =
  (names: Readonly<Record<string, string>>) =>
  (value: JsonValue): string | undefined =>
    typeof value === 'string' || typeof value === 'boolean' ? names[String(value)] : undefined;

/** What of an approval's content a person is shown: the member of the JSON, its name in Chinese, and how its value is written. */
const shown: readonly (readonly [
  member: string,
  name: string,
  write: (value: JsonValue) => string | undefined,
])[] = [
  ['round', '連署階段', number],
  ['records', '連署筆數', number],
  ['paperRows', '紙本連署筆數', number],
  ['paperSettled', '紙本登錄差異已處理', number],
  ['together', '電子及紙本合計', number],
  ['rows', '送查人數', number],
  ['files', '檔案數', length],
  ['valid', '合格人數', number],
  ['threshold', '連署門檻', number],
  ['tooFew', '清查結果', oneOf({ true: '未達門檻，不予受理', false: '達門檻，開始查對' })],
  [
    'determination',
    '審定',
    oneOf({ established: '成立', 'supplement-due': '通知補提', 'not-established': '不成立' }),
  ],
  ['handedOverAt', '交付時間', time],
  ['submissionStatementSha256', '提出聲明書 sha-256', digest],
  ['wrappedKeySha256', '交付之金鑰 sha-256', digest],
  ['subjectBefore', '原憑證主體', line],
  ['signingSha256Before', '原簽章憑證 sha-256', digest],
  ['subjectAfter', '新憑證主體', line],
  ['signingSha256After', '新簽章憑證 sha-256', digest],
  ['encryptionSha256After', '新加密憑證 sha-256', digest],
  ['day', '停止上班日', day],
  [
    'kind',
    '停止上班事由',
    oneOf({ 'natural-disaster': '天然災害停止上班', holiday: '放假日（不順延，僅供順延時跳過）' }),
  ],
  ['reference', '依據', line],
  ['area', '停止上班地區', line],
  ['moves', '順延之案件及末日', moves],
  ['reasonZhTW', '事由', line],
  ['reasonEn', '事由（英文）', line],
  ['noticedOn', '通知送達日', day],
  ['announcedOn', '公告日', day],
  ['finalRulingOn', '判決確定日', day],
  ['outcome', '決定', oneOf({ upheld: '有理由', dismissed: '無理由' })],
  ['remedy', '申請案編號', uuid],
  ['commitment', '收據編號', digest],
  ['page', '紙本頁次', number],
  ['line', '紙本行次', number],
  ['from', '原查對結果', verdict],
  ['to', '變更為', verdict],
  ['reason', '理由', line],
  ['changes', '更正筆數', length],
  ['paperChanges', '連帶更正之紙本連署筆數', number],
  ['correctsSha256', '所更正之查對結果 sha-256', digest],
  ['closedOn', '結案日', day],
  ['dueOn', '保存至', day],
  ['rosterRows', '名冊筆數', number],
  ['member', '人員編號', uuid],
  ['name', '人員名稱', line],
  ['certificateSha256', '人員憑證 sha-256', digest],
  ['rolesBefore', '原角色', roles],
  ['rolesAfter', '新角色', roles],
  ['accessCodeSha256', '新認證碼 sha-256', digest],
  ['resultSha256', '查對結果 sha-256', digest],
  ['merkleRoot', '默克爾樹根 sha-256', digest],
];

const bounds: JsonBounds = { size: 262_144, depth: 4 };

/**
 * The lines that say in words what an approval's content is: counts, days and outcomes. What isn't shown is covered by the content's
 * digest, which stands in the statement as well. No lines for content that isn't JSON.
 */
export function approvalContentLines(content: Uint8Array): readonly (readonly [string, string])[] {
  const read = parseJson(content, bounds, (json) => json.object());
  if (!read.ok) return [];
  return shown.flatMap(([member, name, write]) => {
    const value = read.value[member];
    const text = value === undefined ? undefined : write(value);
    return text === undefined ? [] : [[name, text] as const];
  });
}
