import { describe, expect, it } from '@jest/globals';
import { CalendarService } from '../../../src/cases/calendar/calendar.service.js';
import { checkClosure } from '../../../src/cases/calendar/closure.js';
import { movedDays } from '../../../src/cases/calendar/moved-days.js';
import type { CalendarStore, LitigationHold } from '../../../src/cases/calendar/ports.js';
import { type Case, noClosures, OfficeDays } from '../../../src/cases/index.js';
import type { CaseNumber } from '../../../src/core/identifiers.js';
import type { TaipeiDate } from '../../../src/core/taipei-date.js';

const today = '2026-09-02' as TaipeiDate;
const number = '9001' as CaseNumber;
const by = { actor: 'staff:approver', request: 'request' } as const;
const closure = { day: today, kind: 'natural-disaster', reference: '公告' } as const;

const standing = (state: Case['state'], more: object = {}): Case =>
  ({ number, state, rounds: [], registeredOn: '2026-01-05', ...more }) as unknown as Case;

/** A calendar over one case, whose store finds at each write that somebody was there before. */
function calendarOf(referendum: Case | undefined, holds: readonly LitigationHold[] = []): CalendarService {
  const never = () => Promise.resolve(false);
  const store: CalendarStore = {
    enterClosure: never,
    moveDays: () => Promise.resolve(),
    rostersSent: () => Promise.resolve(new Map()),
    noticeSupplement: never,
    announce: never,
    holdsOf: () => Promise.resolve(holds),
    enterHold: never,
    liftHold: never,
  };
  const cases = {
    find: () => Promise.resolve(referendum),
    withLimits: () => Promise.resolve(referendum === undefined ? [] : [referendum]),
  };
  const offices = { all: () => Promise.resolve([closure]) };
  return new CalendarService(cases, store, offices, { now: () => new Date('2026-09-02T04:00:00Z') });
}

const due = standing('supplement-due', { supplementNoticedOn: '2026-08-20', codeDueOn: '2026-09-19' });
const closed = standing('established', { stateSince: '2026-08-20' });
const hold = { reference: '臺北高等行政法院', enteredOn: today };

describe('what two people enter, where somebody was there before', () => {
  it.each<[string, Promise<unknown>, string]>([
    ['a closure', calendarOf(due).enterClosure(closure, by), 'closure-exists'],
    ['a closure that is asked for', calendarOf(due).checkClosure(closure), 'closure-exists'],
    ['a notice', calendarOf(due).noticeSupplement(number, today, by), 'transition-not-allowed'],
    ['an announcement', calendarOf(closed).announce(number, today, by), 'announced-already'],
    ['a lawsuit', calendarOf(closed).enterHold(number, '法院', by), 'hold-exists'],
    ['a ruling', calendarOf(closed, [hold]).liftHold(number, today, by), 'hold-missing'],
  ])('%s: says so', async (_what, entering, code) => {
    expect(await entering).toMatchObject({ ok: false, failure: { code } });
  });

  it.each<[string, Promise<unknown>, string]>([
    ['a notice for no case', calendarOf(undefined).noticeSupplement(number, today, by), 'not-found'],
    [
      'a notice out of season',
      calendarOf(closed).noticeSupplement(number, today, by),
      'transition-not-allowed',
    ],
    ['an announcement of no case', calendarOf(undefined).announce(number, today, by), 'not-found'],
    ['an announcement too early', calendarOf(due).announce(number, today, by), 'announcement-not-due'],
    [
      'a second announcement',
      calendarOf(standing('established', { announcedOn: today })).announce(number, today, by),
      'announced-already',
    ],
    ['a lawsuit over no case', calendarOf(undefined).enterHold(number, '法院', by), 'not-found'],
    ['a lawsuit without words', calendarOf(closed).enterHold(number, '兩\n行', by), 'hold-reference-unfit'],
    ['a second lawsuit', calendarOf(closed, [hold]).enterHold(number, '法院', by), 'hold-exists'],
    ['a ruling for no case', calendarOf(undefined).liftHold(number, today, by), 'not-found'],
    ['a ruling without a lawsuit', calendarOf(closed).liftHold(number, today, by), 'hold-missing'],
  ])('%s: is refused when it is written, too', async (_what, entering, code) => {
    expect(await entering).toMatchObject({ ok: false, failure: { code } });
  });
});

describe('a closure', () => {
  it.each<[string, object, string]>([
    ['a reference of two lines', { reference: '一\n二' }, 'closure-text-unfit'],
    ['a reference that is too long', { reference: '字'.repeat(201) }, 'closure-text-unfit'],
    ['an area of two lines', { area: '一\n二' }, 'closure-text-unfit'],
    ['a day long ago', { day: '2026-08-02' }, 'closure-out-of-range'],
    ['a disaster far ahead', { day: '2026-09-10' }, 'closure-out-of-range'],
  ])('with %s is refused', (_what, change, code) => {
    expect(checkClosure({ ...closure, ...change }, today)).toMatchObject({ ok: false, failure: { code } });
  });
});

describe('a last day for the code', () => {
  const offices = new OfficeDays([{ day: '2026-03-12' as TaipeiDate, kind: 'natural-disaster' }]);

  it('moves by what is stored where the notice was never entered', () => {
    const registered = standing('registered', { codeDueOn: '2026-03-12' });
    expect(movedDays([registered], offices)).toEqual([
      { caseNumber: number, from: '2026-03-12', to: '2026-03-13' },
    ]);
    expect(movedDays([registered], noClosures)).toEqual([]);
  });
});

describe('a closure that two people have approved with what it moves', () => {
  const registered = standing('registered', { codeDueOn: '2026-09-02' });
  const moved = { caseNumber: number, from: today, to: '2026-09-03' as TaipeiDate };
  /** A store over one case, which enters whatever isn't refused. */
  const calendar = (): CalendarService => {
    const store = {
      enterClosure: (...[entered, , , movedBy]: Parameters<CalendarStore['enterClosure']>) =>
        Promise.resolve().then(() => movedBy([registered], [entered]).length >= 0),
    } as unknown as CalendarStore;
    const cases = {
      find: () => Promise.resolve(registered),
      withLimits: (rehearsals: boolean) => Promise.resolve(rehearsals ? [] : [registered]),
    };
    return new CalendarService(cases, store, { all: () => Promise.resolve([]) }, { now: () => new Date() });
  };

  it('names what it moves before it is entered', async () => {
    expect(await calendar().movesBy(closure)).toEqual([moved]);
  });

  it.each<[string, readonly (typeof moved)[], object]>([
    ['is entered where that moves', [moved], { ok: true }],
    ['is not where something moves that nobody approved', [], { failure: { code: 'closure-moves-others' } }],
    [
      'is not where a day moves elsewhere',
      [{ ...moved, to: '2026-09-04' as TaipeiDate }],
      { failure: { code: 'closure-moves-others' } },
    ],
    [
      'is not where a case no longer moves',
      [moved, { ...moved, caseNumber: '9002' as CaseNumber }],
      { failure: { code: 'closure-moves-others' } },
    ],
  ])('%s', async (_what, approved, outcome) => {
    expect(await calendar().enterClosure(closure, by, approved)).toMatchObject(outcome);
  });
});
