import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { parseCertificate } from '../../../core/x509/index.js';
import { octetsOfBase64 } from '../../api/octets-of-answers';
import { namedCertificate } from '../../card/named-certificate';
import type { StaffCase } from '../../desk/desk-api';
import { Day } from '../../parts/day';
import { Fingerprint } from '../../parts/fingerprint';
import { type Column, DataTable } from './parts/data-table';
import { Chosen } from './parts/certificate-field';
import { Count, Moment } from './parts/words';

/** There is nothing to check before the first submission. */
const beforeSubmission: ReadonlySet<StaffCase['state']> = new Set([
  'registered',
  'code-issued',
  'collecting',
  'lapsed',
]);

/** What is registered of a case, and how it stands. Before a submission nothing here depends on what was collected. */
export function CaseFacts({ referendum }: { readonly referendum: StaffCase }) {
  const { t, i18n } = useTranslation(['desk-cases', 'desk']);
  const written = (count: number): string => new Intl.NumberFormat(i18n.language).format(count);
  const { number, mainText, state, mode, threshold, electorTotal, noticedOn, codeDueOn } = referendum;
  return (
    <>
      <p className="lead" lang="zh-TW">
        {mainText}
      </p>
      <dl className="facts">
        <dt>{t('facts.state')}</dt>
        <dd>
          <strong>{t(`desk:states.${state}`)}</strong>
        </dd>
        <OptionalDay name="notice" day={noticedOn} />
        <OptionalDay name="supplement-notice" day={referendum.supplementNoticedOn} />
        <OptionalDay name={state === 'supplement-due' ? 'supplement-last-day' : 'code-due'} day={codeDueOn} />
        <OptionalDay name="announcement" day={referendum.announcedOn} />
        <dt>{t('facts.threshold')}</dt>
        <dd>
          {t('facts.threshold-text', { electors: written(electorTotal), threshold: written(threshold) })}
        </dd>
        <dt>{t('facts.mode')}</dt>
        <dd>{t(`modes.${mode}`)}</dd>
        <dt>{t('facts.public')}</dt>
        <dd>
          <Link href={`/cases/${number}`}>{t('facts.public-page')}</Link>
        </dd>
        {beforeSubmission.has(state) && referendum.rounds.length < 2 ? null : (
          <>
            <dt>{t('facts.check')}</dt>
            <dd>
              <Link href={`/staff/cases/${number}/check`}>{t('facts.check-page')}</Link>
            </dd>
          </>
        )}
      </dl>
      {referendum.rounds.length === 0 ? null : <Rounds rounds={referendum.rounds} />}
      <details>
        <summary>{t('facts.more')}</summary>
        <More referendum={referendum} />
      </details>
    </>
  );
}

function OptionalDay({ name, day }: { readonly name: string; readonly day: string | undefined }) {
  const { t } = useTranslation('desk-cases', { keyPrefix: 'facts' });
  if (day === undefined) return null;
  return (
    <>
      <dt>{t(name)}</dt>
      <dd>
        <Day day={day} />
      </dd>
    </>
  );
}

type Round = StaffCase['rounds'][number];

function Rounds({ rounds }: { readonly rounds: readonly Round[] }) {
  const { t } = useTranslation('desk-cases', { keyPrefix: 'rounds' });
  const columns: readonly Column<Round>[] = [
    { name: 'round', heading: t('round'), kind: 'row-heading', cell: ({ round }) => t(`names.${round}`) },
    { name: 'code', heading: t('code'), cell: ({ codeIssuedOn }) => codeIssuedOn },
    {
      name: 'period',
      heading: t('period'),
      cell: ({ firstDay, lastDay }) => t('from-to', { firstDay, lastDay }),
    },
    { name: 'opened', heading: t('opened'), cell: ({ openedOn }) => openedOn ?? t('not-yet') },
    {
      name: 'submitted',
      heading: t('submitted'),
      cell: ({ submission }) =>
        submission === undefined ? (
          t('not-yet')
        ) : (
          <>
            <Moment at={submission.submittedAt} />
            <br />
            {t('records')} <Count count={submission.recordCount} />
          </>
        ),
    },
  ];
  return (
    <DataTable
      caption={t('caption')}
      columns={columns}
      rows={rounds}
      rowKey={({ round }) => round}
      empty={t('not-yet')}
    />
  );
}

/** What is rarely wanted: the reason, the digest of the document, and whose certificates the lead has. */
function More({ referendum }: { readonly referendum: StaffCase }) {
  const { t } = useTranslation('desk-cases', { keyPrefix: 'facts' });
  const { reason, documentDigest, leadSigningCertificate, leadEncryptionCertificate } = referendum;
  return (
    <>
      <h3>{t('reason')}</h3>
      <p className="long-text" lang="zh-TW">
        {reason}
      </p>
      <h3>{t('document')}</h3>
      <Fingerprint digits={documentDigest} />
      <h3>{t('signing-certificate')}</h3>
      <Certificate base64={leadSigningCertificate} />
      <h3>{t('encryption-certificate')}</h3>
      <Certificate base64={leadEncryptionCertificate} />
    </>
  );
}

function Certificate({ base64 }: { readonly base64: string }) {
  const { t } = useTranslation('desk-cases', { keyPrefix: 'facts' });
  const parsed = parseCertificate(octetsOfBase64(base64));
  return parsed.ok ? <Chosen certificate={namedCertificate(parsed.value)} /> : <p>{t('unreadable')}</p>;
}
