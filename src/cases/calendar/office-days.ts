import { Temporal } from 'temporal-polyfill';
import { type TaipeiDate, taipeiDate } from '../../core/taipei-date.js';

/** Why government offices are closed on a day. Only a natural disaster moves a last day; a holiday is skipped behind one. */
export const closureKinds = ['natural-disaster', 'holiday'] as const;
export type ClosureKind = (typeof closureKinds)[number];

/** A day on which government offices are closed, as it was announced. Weekends need no entry. */
export interface OfficeClosure {
  readonly day: TaipeiDate;
  readonly kind: ClosureKind;
}

/** The days on which government offices are closed, as far as they are known. */
export class OfficeDays {
  private readonly disasters: ReadonlySet<TaipeiDate>;
  private readonly holidays: ReadonlySet<TaipeiDate>;

  constructor(closures: Iterable<OfficeClosure>) {
    const known = [...closures];
    const daysOf = (kind: ClosureKind): ReadonlySet<TaipeiDate> =>
      new Set(known.filter((each) => each.kind === kind).map(({ day }) => day));
    this.disasters = daysOf('natural-disaster');
    this.holidays = daysOf('holiday');
  }

  /** Whether a natural disaster closes the offices on this day (停止上班). */
  closedByDisaster(day: TaipeiDate): boolean {
    return this.disasters.has(day);
  }

  /** Whether the offices are open: neither weekend, nor holiday, nor closed by a disaster. */
  open(day: TaipeiDate): boolean {
    const weekend = Temporal.PlainDate.from(day).dayOfWeek > 5;
    return !weekend && !this.holidays.has(day) && !this.disasters.has(day);
  }

  /**
   * The last day of a period that ends on this day by the calendar (ACT 6; 公職人員選舉罷免法 5). A weekend or a holiday never moves it. A
   * day on which a natural disaster closes the offices moves it to the next day that they are open.
   */
  lastDay(byCalendar: TaipeiDate): TaipeiDate {
    if (!this.closedByDisaster(byCalendar)) return byCalendar;
    let day = Temporal.PlainDate.from(byCalendar).add({ days: 1 });
    while (!this.open(taipeiDate(day))) day = day.add({ days: 1 });
    return taipeiDate(day);
  }
}

/** No closure is known. */
export const noClosures = new OfficeDays([]);
