import { Inject, Injectable, Optional } from '@nestjs/common';
import type { AuditAction, AuditActor, AuditEntry } from '../audit/index.js';
import { isRehearsal, REHEARSALS_ACCEPTED } from '../core/case-number.js';
import { type Clock, CLOCK } from '../core/clock.js';
import { type CaseNumber, type RoundId } from '../core/identifiers.js';
import { uuidVersion7 } from '../core/uuid.js';
import { hex } from '../core/octets.js';
import { fail, ok, type Result } from '../core/result.js';
import { sha256Hex } from '../core/sha256.js';
import { type TaipeiDate, taipeiDateOf } from '../core/taipei-date.js';
import { accessCodeDigest, newAccessCode } from './access-code.js';
import {
  type ApprovedBy,
  caseMove,
  type CaseOnlyEvent,
  leadReplacedEntry,
  movedMeanwhile,
} from './case-move.js';
import { endIsStored } from './calendar/moved-days.js';
import { OfficeDays } from './calendar/office-days.js';
import { OFFICE_CLOSURES, type OfficeClosures } from './calendar/ports.js';
import { asOf, type Case, currentRound, firstKnownDay, isPublic, nextRound, standingOf } from './case.js';
import {
  type CasePage,
  casePageOf,
  type PublicCasePage,
  publicCasePageOf,
  type WantedPublicCases,
} from './case-pages.js';
import { ClosedCaseKeys } from './closed-case-keys.js';
import type { CaseStepErrorCode, IssueCodeErrorCode, RegistrationErrorCode } from './errors.js';
import {
  CASE_KEYS,
  CASE_REPOSITORY,
  type CaseKeys,
  type CaseRepository,
  type WantedByStaff,
} from './ports.js';
import { type PublicCase, publicCaseOn } from './public-case.js';
import { type LeadCertificatePair, registeredCase, type Registration } from './registration.js';
import { isClosed } from './state.js';
import { lastDayIn, type TransitionRefusal } from './transition.js';

/** A case with the access code that has just been issued. The code is kept nowhere else. */
export interface IssuedCode {
  readonly referendum: Case;
  readonly accessCode: string;
}

/** What the commission and the check do with a case. States are as of today: a round past its last day has ended. */
@Injectable()
export class CaseService {
  private readonly closedKeys: ClosedCaseKeys;

  constructor(
    @Inject(CASE_REPOSITORY) private readonly cases: CaseRepository,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CASE_KEYS) keys: CaseKeys,
    @Inject(OFFICE_CLOSURES) private readonly closures: OfficeClosures,
    @Optional() @Inject(REHEARSALS_ACCEPTED) private readonly rehearsalsAccepted = false,
  ) {
    this.closedKeys = new ClosedCaseKeys(keys);
  }

  /** Registers a case (ACT 9, ACT 10), real or a rehearsal, which its number says. `case-exists` when its number is taken. */
  async register(
    registration: Registration,
    actor: AuditActor = 'system',
  ): Promise<Result<Case, RegistrationErrorCode>> {
    const registered = registeredCase(registration, this.today(), await this.officeDays());
    if (!registered.ok) return registered;
    const { number, documentDigest, leadSigningCertificate } = registered.value;
    if (isRehearsal(number) && !this.rehearsalsAccepted) return fail('rehearsals-not-accepted');
    const entry = this.entry(actor, 'case-registered', number, {
      documentDigest: hex(documentDigest),
      leadCertificate: sha256Hex(leadSigningCertificate),
      noticedOn: registration.noticedOn,
      ...(isRehearsal(number) ? { rehearsal: true } : {}),
    });
    return (await this.cases.add(registered.value, entry)) ? registered : fail('case-exists');
  }

  /** The case, or undefined. */
  async find(number: CaseNumber): Promise<Case | undefined> {
    const found = await this.cases.find(number);
    return found === undefined ? undefined : asOf(found, this.today());
  }

  /** The case if anybody may see it: a round of it has opened. */
  async findPublic(number: CaseNumber): Promise<Case | undefined> {
    const found = await this.find(number);
    return found !== undefined && isPublic(found) ? found : undefined;
  }

  /** The case as anybody may see it today: a round of it has opened. */
  async findPublicToday(number: CaseNumber): Promise<PublicCase | undefined> {
    const found = await this.cases.find(number);
    return found === undefined ? undefined : publicCaseOn(found, this.today());
  }

  /**
   * A page of the cases that anybody may see, the real ones or the rehearsals: first those on which one can co-sign today, then the
   * others, each by number. `next` says where to go on, if there may be more.
   */
  async publicPage({ rehearsals = false, after, limit }: WantedPublicCases): Promise<PublicCasePage> {
    const today = this.today();
    return publicCasePageOf(await this.cases.publicPage({ today, rehearsals, after, limit }), limit, today);
  }

  /** At most `limit` of these cases, by number. `next` is the last of them, where there are more. */
  async page(wanted: WantedByStaff, limit: number): Promise<CasePage> {
    return casePageOf(await this.cases.page(wanted, limit + 1), limit, this.today());
  }

  /**
   * Issues the access code of the main round (REG 4), whose period begins with it, or of the supplement (REG 8), whose period has begun
   * with the notice. `period-over` after the last day for it. `paperFormOn`: the day the paper form was handed over, if that was before
   * today (ACT 12).
   */
  async issueCode(
    number: CaseNumber,
    { paperFormOn, actor = 'system' }: { paperFormOn?: TaipeiDate | undefined; actor?: AuditActor } = {},
  ): Promise<Result<IssuedCode, IssueCodeErrorCode>> {
    const found = await this.cases.find(number);
    if (found === undefined) return fail('not-found');
    const at = this.clock.now();
    const today = taipeiDateOf(at);
    const offices = await this.officeDays();
    const { ordinal, firstDay, lastDay } = nextRound(found, today, paperFormOn, offices);
    const move = caseMove(found, 'issue-code', { at, actor }, () => ({ round: ordinal, firstDay, lastDay }));
    if (!move.ok) return move;
    const earliest = firstKnownDay(found);
    if (paperFormOn !== undefined && (paperFormOn < earliest || paperFormOn > today))
      return fail('day-out-of-range', { from: earliest, to: today });
    const accessCode = newAccessCode();
    const added = await this.cases.addRound(move.value, {
      id: uuidVersion7(at) as RoundId,
      ordinal,
      codeIssuedOn: today,
      firstDay,
      lastDay,
      accessCodeDigest: accessCodeDigest(accessCode),
    });
    const referendum = await this.find(number);
    return added && referendum !== undefined
      ? ok({ referendum, accessCode })
      : movedMeanwhile(found.state, 'issue-code');
  }

  /**
   * Replaces the access code of the current round, which was lost, by the one with this digest. The old code no longer works. The
   * round's days stay as they are, whoever lost the code (ACT 12). `details` go into the audit event.
   */
  async replaceCode(
    number: CaseNumber,
    digest: Uint8Array,
    actor: AuditActor = 'system',
    details: NonNullable<AuditEntry['details']> = {},
  ): Promise<Result<Case, CaseStepErrorCode>> {
    const referendum = await this.find(number);
    if (referendum === undefined) return fail('not-found');
    const round = currentRound(referendum);
    if (round === undefined || isClosed(referendum.state))
      return movedMeanwhile(referendum.state, 'issue-code');
    const entry = this.entry(actor, 'access-code-replaced', number, { round: round.ordinal, ...details });
    const replaced = await this.cases.replaceCode(number, round.id, digest, entry);
    return replaced ? ok(referendum) : movedMeanwhile(referendum.state, 'issue-code');
  }

  /** Gives the lead other certificates in place of the one of this SHA-256. False when that is registered no longer. */
  replaceLeadCertificates(
    number: CaseNumber,
    replaced: Uint8Array,
    pair: LeadCertificatePair,
    by: ApprovedBy,
  ): Promise<boolean> {
    const entry = leadReplacedEntry(this.clock.now(), number, replaced, pair, by);
    return this.cases.replaceLeadCertificates(number, replaced, pair, entry);
  }

  /**
   * Applies an event for which nothing but the case is written: see {@link CaseOnlyEvent}. Answers the case after it. Where the event
   * closes the case, the key of its holder tags is destroyed: after that, nobody can compute the tags again. `details` go into the
   * audit event, such as the request that two people approved.
   */
  async apply<Event extends CaseOnlyEvent>(
    number: CaseNumber,
    event: Event,
    actor: AuditActor = 'system',
    details: AuditEntry['details'] = {},
  ): Promise<Result<Case, CaseStepErrorCode | TransitionRefusal<Event>>> {
    const found = await this.cases.find(number);
    if (found === undefined) return fail('not-found');
    const move = caseMove(found, event, { at: this.clock.now(), actor }, () => details);
    if (!move.ok) return move;
    const moved = await this.cases.move(move.value);
    if (!moved) return movedMeanwhile(found.state, event);
    if (isClosed(move.value.to)) await this.closedKeys.destroy(number);
    return ok({ ...found, state: move.value.to });
  }

  /**
   * Stores the end of every period that is over long enough for no closure to be entered any more (REG 4, ACT 12, RULES 9). Destroys
   * the holder-tag keys of closed cases again, in case the process ended between an ending and its key. A case is not
   * ended while a submission of it that was made offline is being taken in (REG 11). For a regular job.
   */
  async endPeriods(): Promise<readonly CaseNumber[]> {
    const ended: CaseNumber[] = [];
    const today = this.today();
    const awaited = await this.cases.awaitingSubmission(this.clock.now());
    for (const each of await this.cases.all()) {
      const lastDay = lastDayIn(standingOf(each));
      if (isClosed(each.state)) await this.closedKeys.destroy(each.number);
      else if (lastDay !== undefined && endIsStored(lastDay, today) && !awaited.has(each.number))
        if ((await this.apply(each.number, 'end-period')).ok) ended.push(each.number);
    }
    return ended;
  }

  private async officeDays(): Promise<OfficeDays> {
    return new OfficeDays(await this.closures.all());
  }

  private entry(
    actor: AuditActor,
    action: AuditAction,
    caseNumber: CaseNumber,
    details: NonNullable<AuditEntry['details']>,
  ): AuditEntry {
    return { at: this.clock.now(), actor, action, caseNumber, details };
  }

  private today(): TaipeiDate {
    return taipeiDateOf(this.clock.now());
  }
}

/** Cases as anybody may see them. */
export type PublicCases = Pick<CaseService, 'findPublic'>;

/** Injection token for {@link PublicCases}. */
export const PUBLIC_CASES = Symbol('PublicCases');
