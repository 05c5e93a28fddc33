import { Trans, useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { isRehearsal } from '../../../core/case-number';
import { Day, useDayText } from '../../parts/day';
import { Page } from '../../parts/page';
import { useSaveReceipt } from '../../parts/receipt-sheet';
import { useFocusedHeading } from '../../parts/use-focused-heading';
import type { OwnCoSignature } from './use-look-up';

interface OwnListProps {
  readonly found: readonly OwnCoSignature[];
  readonly again: () => void;
}

/** The co-signatures that were found, each with its receipt. */
export function OwnList({ found, again }: OwnListProps) {
  const { t } = useTranslation('own', { keyPrefix: 'found' });
  useFocusedHeading();
  return (
    <Page heading={t('heading', { count: found.length })}>
      {found.length === 0 ? (
        <p>{t('none')}</p>
      ) : (
        <ul className="plain-list">
          {found.map((each) => (
            <Entry key={each.commitment} own={each} />
          ))}
        </ul>
      )}
      {found.length === 0 ? null : (
        <p>
          <Link href="/misuse">{t('not-mine')}</Link>
        </p>
      )}
      <button type="button" className="button" onClick={again}>
        {t('again')}
      </button>
    </Page>
  );
}

function Entry({ own }: { readonly own: OwnCoSignature }) {
  const { t } = useTranslation('own', { keyPrefix: 'found' });
  const { t: cases } = useTranslation('cases');
  const save = useSaveReceipt();
  const { case: caseNumber, mainText, round, recordedOn, commitment, receipt } = own;
  const day = useDayText();
  return (
    <li>
      <Link className="entry" lang="zh-TW" href={`/cases/${caseNumber}`}>
        {mainText}
      </Link>
      <ul className="facts-line muted">
        <li>{cases(isRehearsal(caseNumber) ? 'rehearsal-number' : 'number', { number: caseNumber })}</li>
        {round === 2 ? <li>{t('round-2')}</li> : null}
        <li>
          <Day day={recordedOn} />
        </li>
      </ul>
      <p>
        <strong>{t(`status.${own.status}`)}</strong> {own.reason}
      </p>
      {own.decisions.map(({ outcome, reason, on }, index) => (
        <p key={index}>{t(`decision.${outcome}`, { day: day(on), reason })}</p>
      ))}
      {own.status === 'not-counted' ? (
        <p>
          <Link href="/objection">{t('object')}</Link>
        </p>
      ) : null}
      {own.disclosures.length === 0 ? null : (
        <details>
          <summary>{t('opened')}</summary>
          <ul>
            {own.disclosures.map(({ on, office, purpose }, index) => (
              <li key={index}>
                <Trans
                  t={t}
                  i18nKey="disclosure"
                  values={{ office: t(`office.${office}`), purpose: t(`purpose.${purpose}`) }}
                  components={{ day: <Day day={on} /> }}
                />
              </li>
            ))}
          </ul>
        </details>
      )}
      <button
        type="button"
        className="button"
        aria-label={t('download-of', { number: caseNumber })}
        onClick={() => save({ caseNumber, recordedOn, commitment, receipt })}
      >
        {t('download')}
      </button>
    </li>
  );
}
