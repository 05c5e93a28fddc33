import { useTranslation } from 'react-i18next';
import { answerOf } from '../../api/answer';
import { apiIn, type ApiSchemas } from '../../api/client';
import { useAnswer } from '../../api/use-answer';
import type { Language } from '../../language';
import { useGivenAnswer } from '../../page-data';
import { NotLoaded } from '../../parts/loaded';
import { useDayText } from '../../parts/day';
import { Page } from '../../parts/page';
import { useFocusedHeading } from '../../parts/use-focused-heading';
import { Moment } from './moment';

type Status = ApiSchemas['StatusView'];

/** Whether the service works, since when, and which pauses are planned. */
export default function StatusPage() {
  const { i18n } = useTranslation();
  const answer = useAnswer<Status>('/api/v1/status', () =>
    answerOf(apiIn(i18n.language as Language).GET('/api/v1/status')),
  );
  const given = useGivenAnswer('/api/v1/status');
  if (answer.kind !== 'loaded') return <NotLoaded answer={answer} />;
  return (
    <>
      <Shown status={answer.data} />
      {given === undefined ? <HeadingFocused /> : null}
    </>
  );
}

/** The answer came after the page: its heading had not been there to take the focus. */
function HeadingFocused() {
  useFocusedHeading();
  return null;
}

function Shown({
  status: { works, since, checkedAt, switches, plannedPauses, closures = [] },
}: {
  readonly status: Status;
}) {
  const { t } = useTranslation('status');
  const now = works ? 'works' : 'stopped';
  return (
    <Page heading={t('heading')} title={t(`${now}.title`)}>
      <div className={`status-now ${now}`}>
        <p>
          <strong>{t(`${now}.text`)}</strong>
        </p>
        <p>{t(`${now}.what`)}</p>
      </div>
      <dl className="facts">
        <dt>{t('since')}</dt>
        <dd>
          <Moment at={since} />
        </dd>
        <dt>{t('checked')}</dt>
        <dd>
          <Moment at={checkedAt} />
        </dd>
      </dl>
      <p className="muted small">{t('since-what')}</p>
      {switches.length === 0 ? null : <Switches switches={switches} />}
      <section aria-labelledby="pauses">
        <h2 id="pauses">{t('pauses')}</h2>
        {plannedPauses.length === 0 ? <p>{t('none')}</p> : <Pauses pauses={plannedPauses} />}
      </section>
      {closures.length === 0 ? null : <Closures closures={closures} />}
    </Page>
  );
}

/** What two people have switched off, since when and why. */
function Switches({ switches }: { readonly switches: Status['switches'] }) {
  const { t, i18n } = useTranslation('status');
  return (
    <section aria-labelledby="switches">
      <h2 id="switches">{t('switches')}</h2>
      <p>{t('switches-what')}</p>
      <ul>
        {switches.map(({ name, case: number, since, reasonZhTW, reasonEn }) => (
          <li key={`${name} ${number ?? ''}`}>
            <strong>{number === undefined ? t(`switch.${name}`) : t('switch.case', { number })}</strong>
            <br />
            {t('switch.since')} <Moment at={since} />
            <br />
            {i18n.language === 'en' ? reasonEn : reasonZhTW}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The days on which a natural disaster closes the offices: last days move. */
function Closures({ closures }: { readonly closures: NonNullable<Status['closures']> }) {
  const { t } = useTranslation('status');
  const day = useDayText();
  return (
    <section aria-labelledby="closures">
      <h2 id="closures">{t('closures')}</h2>
      <p>{t('closures-what')}</p>
      <ul>
        {closures.map((closure) => (
          <li key={closure.day}>
            {t('closure', { day: day(closure.day), reference: closure.reference })}
            {closure.area === undefined ? null : t('closure-area', { area: closure.area })}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Pauses({ pauses }: { readonly pauses: Status['plannedPauses'] }) {
  const { t, i18n } = useTranslation('status');
  return (
    <ul>
      {pauses.map(({ from, to, reasonZhTW, reasonEn }) => (
        <li key={`${from} ${to} ${reasonEn}`}>
          {t('from')} <Moment at={from} /> {t('to')} <Moment at={to} />
          <br />
          {i18n.language === 'en' ? reasonEn : reasonZhTW}
        </li>
      ))}
    </ul>
  );
}
