import type { AuditAction } from '../../audit/index.js';
import type { CaseNumber } from '../../core/identifiers.js';
import { fail, ok, type Result } from '../../core/result.js';
import { isShortLine } from '../calendar/closure.js';
import type { PlatformSwitchErrorCode } from '../errors.js';

/** `intake-paused`: no co-signature is taken, of a case or of any. `read-only`: nothing is taken of anybody but what ends it. */
export const switchNames = ['intake-paused', 'read-only'] as const;
export type SwitchName = (typeof switchNames)[number];

/** Which switch: of a case, or of the whole platform. */
export interface SwitchPlace {
  readonly name: SwitchName;
  /** Only with `intake-paused`. */
  readonly caseNumber?: CaseNumber | undefined;
}

/** Why a switch is on, for everybody: one line of 1 to 200 characters in each language. */
export interface SwitchReason {
  readonly reasonZhTW: string;
  readonly reasonEn: string;
}

/** A switch that is on. */
export interface ServiceSwitch extends SwitchPlace, SwitchReason {
  readonly since: Date;
}

/** What two people decide about a switch. */
export type SwitchChange = SwitchPlace & (({ readonly on: true } & SwitchReason) | { readonly on: false });

const maximumReason = 200;

/** Whether this can be decided while these are on. */
export function checkSwitchChange(
  change: SwitchChange,
  on: readonly ServiceSwitch[],
): Result<void, PlatformSwitchErrorCode> {
  if (on.some((each) => isAt(each, change)) === change.on) return fail('switch-set-already');
  if (!change.on) return ok(undefined);
  const reasons = [change.reasonZhTW, change.reasonEn];
  return reasons.every((reason) => isShortLine(reason, maximumReason))
    ? ok(undefined)
    : fail('switch-reason-unfit');
}

/** Whether a switch is the one at this place. */
export function isAt(each: SwitchPlace, { name, caseNumber }: SwitchPlace): boolean {
  return each.name === name && each.caseNumber === caseNumber;
}

/** The event in the audit log that a change leaves. */
export function switchEvent({ name, caseNumber, on }: SwitchChange): AuditAction {
  if (name === 'read-only') return on ? 'read-only-begun' : 'read-only-ended';
  return `${caseNumber === undefined ? '' : 'case-'}intake-${on ? 'paused' : 'resumed'}`;
}
