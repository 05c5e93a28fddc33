import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { isRehearsal } from '../../../core/case-number';
import { Day } from '../../parts/day';
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
