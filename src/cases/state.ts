/** Where a case is in its life. */
export const caseStates = [
  'registered',
  'code-issued',
  'collecting',
  'submitted',
  'not-accepted',
  'checking',
  'supplement-due',
  'established',
  'not-established',
  'lapsed',
  'stopped',
] as const;

/** The law's terms, in this order: 已登錄, 已核發認證碼, 連署中, 已提出, 不予受理, 查對中, 通知補提, 成立, 不成立, 視為放棄, 停止連署. */
export type CaseState = (typeof caseStates)[number];

/** What can happen to a case. */
export const caseEvents = [
  'issue-code',
  'open-round',
  'submit',
  'end-period',
  'refuse',
  'start-check',
  'find-enough',
  'find-too-few',
  'correct-enough',
  'stop',
] as const;

/**
 * `issue-code`: the commission hands out an access code. `open-round`: the lead proves that the round key opens.
 * `submit`: the lead submits. `end-period`: the last day is over. `refuse`: the count (清查) finds too few co-signatures.
 * `start-check`: the check begins. `find-enough`, `find-too-few`: the result is confirmed. `correct-enough`: with a corrected result there are enough. `stop`: the legislature has
 * done what the case asks for.
 */
export type CaseEvent = (typeof caseEvents)[number];

const closed: ReadonlySet<CaseState> = new Set([
  'not-accepted',
  'established',
  'not-established',
  'lapsed',
  'stopped',
]);

/** Whether the case is closed: no event can change it any more, but that a corrected result establishes it after all. */
export function isClosed(state: CaseState): boolean {
  return closed.has(state);
}

/** Whether the lead's access has ended: at 成立, 不成立 or 視為放棄 (REG 6). */
export function leadAccessEnded(state: CaseState): boolean {
  return state === 'established' || state === 'not-established' || state === 'lapsed';
}

/**
 * Whether the lead may sign in: while the access lasts, and after a check also when it has ended, to fetch the last list of the struck
 * out and nothing else (RULES 9, 12). A case that lapsed was never checked.
 */
export function leadMaySignIn(state: CaseState): boolean {
  return !leadAccessEnded(state) || state === 'established' || state === 'not-established';
}
