import { useTranslation } from 'react-i18next';
import { Day } from '../../../parts/day';
import { taipeiDay, taipeiTime } from '../../../parts/time-text';

/** How a thing stands, in a word: `done` and `wrong` are coloured beside it, never instead of it. */
export function StatusWord({
  kind,
  children,
}: {
  readonly kind: 'waiting' | 'done' | 'wrong';
  readonly children: string;
}) {
  return <span className={`status-word ${kind}`}>{children}</span>;
}

/** An instant in Taipei: the day, and hours and minutes. */
export function Moment({ at }: { readonly at: string | Date }) {
  const instant = new Date(at);
  return (
    <time dateTime={instant.toISOString()}>
      {taipeiDay(instant)} {taipeiTime(instant)}
    </time>
  );
}

interface DaysLeftProps {
  readonly dueOn: string;
  readonly daysLeft: number;
  readonly overdue: boolean;
}

/** The days until a limit, today included, with its last day. */
export function DaysLeft({ dueOn, daysLeft, overdue }: DaysLeftProps) {
  const { t } = useTranslation('desk', { keyPrefix: 'days' });
  return (
    <>
      <strong className={overdue ? 'status-word wrong' : undefined}>
        {overdue ? t('overdue') : daysLeft === 1 ? t('today') : t('left', { count: daysLeft })}
      </strong>
      <br />
      <span className="small muted">
        <Day day={dueOn} />
      </span>
    </>
  );
}

/** A number with its thousands apart. */
export function Count({ count }: { readonly count: number }) {
  const { i18n } = useTranslation();
  return <span className="number">{new Intl.NumberFormat(i18n.language).format(count)}</span>;
}
