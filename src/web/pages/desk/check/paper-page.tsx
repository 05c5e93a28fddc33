import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useCheckApi } from '../../../desk/use-check-api';
import type { PageProps } from '../../../parts/page';
import { WithAnswer } from '../parts/with-answer';
import { CaseWorkPage } from './case-work-page';
import { PaperDifferences } from './paper-differences';
import { PaperEntryForm } from './paper-entry-form';

/** The entry of the paper rows by two people, and the differences between the two. */
export default function PaperPage({ params: { caseNumber = '' } }: PageProps) {
  return (
    <CaseWorkPage caseNumber={caseNumber} place="paper">
      <Entries caseNumber={caseNumber} />
    </CaseWorkPage>
  );
}

function Entries({ caseNumber }: { readonly caseNumber: string }) {
  const { t } = useTranslation('check', { keyPrefix: 'paper' });
  const api = useCheckApi(caseNumber);
  return (
    <WithAnswer ask={useCallback(() => api.paper(), [api])}>
      {({ entries, differencesFound, differencesOpen }, askAgain) => (
        <>
          <p>{t('what')}</p>
          <div className="desk-panels">
            {(['first', 'second'] as const).map((name) => (
              <PaperEntryForm
                key={name}
                caseNumber={caseNumber}
                name={name}
                entry={entries.find(({ entry }) => entry === name)}
                changed={askAgain}
              />
            ))}
          </div>
          {entries.length < 2 ? (
            <p className="muted">{t('differences-later')}</p>
          ) : (
            <PaperDifferences
              key={entries.map(({ sha256 }) => sha256).join()}
              caseNumber={caseNumber}
              found={differencesFound}
              open={differencesOpen}
              changed={askAgain}
            />
          )}
        </>
      )}
    </WithAnswer>
  );
}
