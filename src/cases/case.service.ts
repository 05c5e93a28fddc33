import type { AuditActor, AuditEntry } from '../audit/index.js';
import type { Clock } from '../core/clock.js';
import { type CaseNumber, type RoundId, uuidVersion7 } from '../core/identifiers.js';
import { hex } from '../core/octets.js';
import { fail, ok, type Result } from '../core/result.js';
import { type TaipeiDate, taipeiDateOf } from '../core/taipei-date.js';
import { accessCodeDigest, newAccessCode } from './access-code.js';
import { asOf, type Case, currentRound, isPublic, standingOf } from './case.js';
import { collectingPeriod, type Period, supplementPeriod } from './days.js';
import type { CaseStepErrorCode, IssueCodeErrorCode, RegistrationErrorCode } from './errors.js';
import type { CaseRepository, NewRound } from './ports.js';
import { registeredCase, type Registration } from './registration.js';
import { type CaseEvent, type CaseState, isClosed } from './state.js';
import { type Transition, transition, type TransitionRefusal } from './transition.js';

/** A case whose code has just been issued; the code is nowhere else. */
export interface IssuedCode {
  readonly referendum: Case;
  readonly accessCode: string;
}

/** What the commission, and the check, do with a case. States are as of today: a round past its last day has ended. */
export class CaseService {
  constructor(
    private readonly cases: CaseRepository,
    private readonly clock: Clock,
  ) {}

  /** Registers a case (ACT 9, ACT 10). `case-exists` when its number is taken. */
  async register(
    registration: Registration,
    actor: AuditActor = 'system',
  ): Promise<Result<Case, RegistrationErrorCode>> {
    const registered = registeredCase(registration, this.today());
    if (!registered.ok) return registered;
    const { number, documentDigest } = registered.value;
    const digest = hex(documentDigest);
    const entry = this.entry(actor, 'case-registered', number, { documentDigest: digest });
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

  /** All cases by number. */
  async all(): Promise<readonly Case[]> {
    const today = this.today();
    return (await this.cases.all()).map((each) => asOf(each, today));
  }

  /**
   * Issues the access code of the main round (REG 4) or of the supplement (REG 8), and with it begins the round's period.
   * `paperFormOn`: the day the paper form was handed over, if before today (ACT 12).
   */
  async issueCode(
    number: CaseNumber,
    { paperFormOn, actor = 'system' }: { paperFormOn?: TaipeiDate | undefined; actor?: AuditActor } = {},
  ): Promise<Result<IssuedCode, IssueCodeErrorCode>> {
    const today = this.today();
    const step = await this.step(number, 'issue-code');
    if (!step.ok) return step;
    if (
      paperFormOn !== undefined &&
      (paperFormOn < step.value.referendum.registeredOn || paperFormOn > today)
    )
      return fail('day-out-of-range');
    const accessCode = newAccessCode();
    const round: NewRound = {
      ...nextRound(step.value.referendum, today, paperFormOn),
      id: uuidVersion7(this.clock.now()) as RoundId,
      codeIssuedOn: today,
      accessCodeDigest: accessCodeDigest(accessCode),
    };
    const { ordinal, firstDay, lastDay } = round;
    const entry = this.entry(actor, 'access-code-issued', number, { round: ordinal, firstDay, lastDay });
    const added = await this.cases.addRound(number, step.value.from, round, entry);
    const referendum = await this.find(number);
    return added && referendum !== undefined
      ? ok({ referendum, accessCode })
      : lostRace(step.value.from, 'issue-code');
  }

  /**
   * Issues another access code for the round in hand, in place of one that was lost on its way or later; the old one is worth
   * nothing from then on. The round's days stay as they are, whoever lost it (ACT 12).
   */
  async replaceCode(
    number: CaseNumber,
    actor: AuditActor = 'system',
  ): Promise<Result<IssuedCode, CaseStepErrorCode>> {
    const referendum = await this.find(number);
    if (referendum === undefined) return fail('not-found');
    const round = currentRound(referendum);
    if (round === undefined || isClosed(referendum.state)) return lostRace(referendum.state, 'issue-code');
    const accessCode = newAccessCode();
    const entry = this.entry(actor, 'access-code-replaced', number, { round: round.ordinal });
    const replaced = await this.cases.replaceCode(number, round.id, accessCodeDigest(accessCode), entry);
    return replaced ? ok({ referendum, accessCode }) : lostRace(referendum.state, 'issue-code');
  }

  /**
   * Lets an event that needs nothing else happen to a case: `end-period`, `refuse`, `start-check`, `find-enough`,
   * `find-too-few`, `stop`. Answers the case as it then is.
   */
  async apply<Event extends Exclude<CaseEvent, 'issue-code' | 'open-round' | 'submit'>>(
    number: CaseNumber,
    event: Event,
    actor: AuditActor = 'system',
  ): Promise<Result<Case, CaseStepErrorCode | TransitionRefusal<Event>>> {
    const step = await this.step(number, event);
    if (!step.ok) return step;
    const { referendum, from, to, article } = step.value;
    const entry = this.entry(actor, `case-${event}`, number, { from, to, article });
    const moved = await this.cases.move(number, from, to, entry);
    return moved ? ok({ ...referendum, state: to }) : lostRace(from, event);
  }

  /** Writes down what the calendar has decided: every round past its last day ends (ACT 12). For a daily job. */
  async endPeriods(): Promise<readonly CaseNumber[]> {
    const ended: CaseNumber[] = [];
    for (const { number } of await this.cases.all())
      if ((await this.apply(number, 'end-period')).ok) ended.push(number);
    return ended;
  }

  private async step<Event extends CaseEvent>(
    number: CaseNumber,
    event: Event,
  ): Promise<Result<Step, 'not-found' | TransitionRefusal<Event>>> {
    const referendum = await this.cases.find(number);
    if (referendum === undefined) return fail('not-found');
    const step = transition(standingOf(referendum), event, this.today());
    return step.ok ? ok({ ...step.value, referendum }) : step;
  }

  private entry(
    actor: AuditActor,
    action: string,
    caseNumber: CaseNumber,
    details: NonNullable<AuditEntry['details']>,
  ): AuditEntry {
    return { at: this.clock.now(), actor, action, caseNumber, details };
  }

  private today(): TaipeiDate {
    return taipeiDateOf(this.clock.now());
  }
}

interface Step extends Transition {
  readonly referendum: Case;
}

function nextRound(
  referendum: Case,
  today: TaipeiDate,
  paperFormOn: TaipeiDate | undefined,
): Period & Pick<NewRound, 'ordinal'> {
  return currentRound(referendum) === undefined
    ? { ordinal: 1, ...collectingPeriod(today, paperFormOn) }
    : { ordinal: 2, ...supplementPeriod(today) };
}

/** Somebody else moved the case between the look and the write. */
function lostRace(state: CaseState, event: CaseEvent): Result<never, 'transition-not-allowed'> {
  return fail('transition-not-allowed', { state, event });
}
