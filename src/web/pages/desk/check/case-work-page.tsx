import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { DeskPage } from '../desk-page';

/** The places of a case's check, in the order of the work. */
const places = ['check', 'paper', 'exchange', 'remedies', 'result', 'purge'] as const;
type WorkPlace = (typeof places)[number];

interface CaseWorkPageProps {
  readonly caseNumber: string;
  readonly place: WorkPlace;
  readonly children: ReactNode;
}

/** A page of one case's check, with the way to the others. */
export function CaseWorkPage({ caseNumber, place, children }: CaseWorkPageProps) {
  const { t } = useTranslation('check', { keyPrefix: 'places' });
  return (
    <DeskPage
      heading={t(`${place}.heading`)}
      above={<Link href={`/staff/cases/${caseNumber}`}>{t('case', { number: caseNumber })}</Link>}
      caseNumber={caseNumber}
    >
      <nav className="work-places no-print" aria-label={t('label', { number: caseNumber })}>
        <ul>
          {places.map((each) => (
            <li key={each}>
              <Link
                href={`/staff/cases/${caseNumber}/${each}`}
                aria-current={each === place ? 'page' : undefined}
              >
                {t(`${each}.name`)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {children}
    </DeskPage>
  );
}
