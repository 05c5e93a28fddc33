import type { RoundOrdinal } from '../core/identifiers.js';
import { fail, ok, type Result } from '../core/result.js';
import type { TaipeiDate } from '../core/taipei-date.js';
import type { TransitionErrorCode } from './errors.js';
import type { CaseEvent, CaseState } from './state.js';

/** What a transition depends on. */
export interface Standing {
  readonly state: CaseState;
  /** The current round: the latest one. Undefined before the first access code. */
  readonly round: { readonly ordinal: RoundOrdinal; readonly lastDay: TaipeiDate } | undefined;
  /** The last day on which the access code can be issued, where the state waits for one. */
  readonly codeDueOn: TaipeiDate | undefined;
}

/** One step of a case's life, by the article that allows it. */
export interface Transition {
  readonly from: CaseState;
  readonly event: CaseEvent;
  /** The round to which the step applies; both when left out. */
  readonly round?: RoundOrdinal;
  /** When the step is allowed: until the last day has passed, or only after it: the round's, or that of the access code. At any time when left out. */
  readonly when?: 'within-period' | 'after-period';
  readonly to: CaseState;
  readonly article: string;
}

/** Where a case can be stopped: at every stage before the announcement (REG 10). */
const stoppable = [
  'registered',
  'code-issued',
  'collecting',
  'submitted',
  'checking',
  'supplement-due',
] as const satisfies readonly CaseState[];

/** All steps. A step that isn't listed here is refused. */
export const transitions: readonly Transition[] = [
  {
    from: 'registered',
    event: 'issue-code',
    when: 'within-period',
    to: 'code-issued',
    article: 'REG 4, ACT 10',
  },
  { from: 'registered', event: 'end-period', when: 'after-period', to: 'lapsed', article: 'REG 4, ACT 10' },
  { from: 'code-issued', event: 'open-round', when: 'within-period', to: 'collecting', article: 'REG 6' },
  { from: 'collecting', event: 'submit', when: 'within-period', to: 'submitted', article: 'REG 7, ACT 12' },
  ...(['code-issued', 'collecting'] as const).flatMap((from): readonly Transition[] => [
    { from, event: 'end-period', round: 1, when: 'after-period', to: 'lapsed', article: 'ACT 12' },
    {
      from,
      event: 'end-period',
      round: 2,
      when: 'after-period',
      to: 'not-established',
      article: 'ACT 13, RULES 9',
    },
  ]),
  { from: 'submitted', event: 'refuse', round: 1, to: 'not-accepted', article: 'ACT 13' },
  { from: 'submitted', event: 'start-check', to: 'checking', article: 'ACT 13, REG 8' },
  { from: 'checking', event: 'find-enough', to: 'established', article: 'ACT 13' },
  { from: 'checking', event: 'find-too-few', round: 1, to: 'supplement-due', article: 'REG 8, RULES 9' },
  { from: 'checking', event: 'find-too-few', round: 2, to: 'not-established', article: 'ACT 13, REG 8' },
  { from: 'supplement-due', event: 'issue-code', when: 'within-period', to: 'code-issued', article: 'REG 8' },
  {
    from: 'supplement-due',
    event: 'end-period',
    when: 'after-period',
    to: 'not-established',
    article: 'RULES 9, REG 8',
  },
  ...stoppable.map((from): Transition => ({ from, event: 'stop', to: 'stopped', article: 'REG 10' })),
  // A corrected result (docs/adr/0025): enough are valid after all, whatever became of the supplement until then.
  ...(['supplement-due', 'code-issued', 'collecting', 'submitted', 'not-established'] as const).map(
    (from): Transition => ({
      from,
      event: 'correct-enough',
      ...(from === 'supplement-due' || from === 'not-established' ? {} : { round: 2 }),
      to: 'established',
      article: 'ACT 13',
    }),
  ),
];

/** Why this event can be refused. Only events with a `when` depend on a last day. */
export type TransitionRefusal<Event extends CaseEvent> =
  | Extract<TransitionErrorCode, 'transition-not-allowed'>
  | (Event extends 'issue-code' | 'open-round' | 'submit'
      ? Extract<TransitionErrorCode, 'period-over'>
      : never)
  | (Event extends 'end-period' ? Extract<TransitionErrorCode, 'period-not-over'> : never);

/** The step that this event leads to on this Taipei day, or the code that says why it is refused. */
export function transition<Event extends CaseEvent>(
  standing: Standing,
  event: Event,
  today: TaipeiDate,
): Result<Transition, TransitionRefusal<Event>>;
export function transition(
  standing: Standing,
  event: CaseEvent,
  today: TaipeiDate,
): Result<Transition, TransitionErrorCode> {
  const { state, round } = standing;
  const step = transitions.find(
    (each) =>
      each.from === state &&
      each.event === event &&
      (each.round === undefined || each.round === round?.ordinal),
  );
  if (step === undefined) return fail('transition-not-allowed', { state, event });
  return step.when === undefined ? ok(step) : duringPeriod(step, lastDayIn(standing), today);
}

/** The last day that a case in this state has to keep; undefined in a state that has none. */
export function lastDayIn({ state, round, codeDueOn }: Standing): TaipeiDate | undefined {
  if (state === 'registered' || state === 'supplement-due') return codeDueOn;
  return state === 'code-issued' || state === 'collecting' ? round?.lastDay : undefined;
}

function duringPeriod(
  step: Transition,
  lastDay: TaipeiDate | undefined,
  today: TaipeiDate,
): Result<Transition, TransitionErrorCode> {
  if (lastDay === undefined) return fail('transition-not-allowed', { state: step.from, event: step.event });
  const over = today > lastDay;
  if (over === (step.when === 'after-period')) return ok(step);
  return fail(over ? 'period-over' : 'period-not-over', { lastDay });
}

/** The state on this day. A period whose last day has passed has ended, even if that isn't stored yet. */
export function stateOn(standing: Standing, today: TaipeiDate): CaseState {
  const ended = transition(standing, 'end-period', today);
  return ended.ok ? ended.value.to : standing.state;
}
