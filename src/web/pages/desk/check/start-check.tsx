import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useMay } from '../../../desk/colleagues';
import type { Paper } from '../../../desk/check-api';
import { useCheckApi } from '../../../desk/use-check-api';
import { ChoiceField } from '../parts/fields';
import { RequestForm } from '../parts/request-form';
import { WithAnswer } from '../parts/with-answer';
import { Count } from '../parts/words';

interface StartCheckProps {
  readonly caseNumber: string;
}

/** Asks for the check to begin, with the paper rows as they were closed, or with none. */
export function StartCheck({ caseNumber }: StartCheckProps) {
  const api = useCheckApi(caseNumber);
  return (
    <WithAnswer ask={useCallback(() => api.paper(), [api])}>
      {(paper) => <Start caseNumber={caseNumber} paper={paper} />}
    </WithAnswer>
  );
}

function Start({ caseNumber, paper }: { readonly caseNumber: string; readonly paper: Paper }) {
  const { t } = useTranslation('check', { keyPrefix: 'start' });
  const api = useCheckApi(caseNumber);
  const mayAsk = useMay('verifier');
  const [withoutPaper, setWithoutPaper] = useState<'none' | 'entered' | ''>('');
  const { entries, differencesOpen } = paper;
  const isEntered = entries.length > 0;
  const error = !isEntered && withoutPaper === '';
  const [isChecked, setChecked] = useState(false);
  return (
    <section aria-labelledby="start">
      <h2 id="start">{t('heading')}</h2>
      <p>{t('what')}</p>
      <dl className="facts">
        <dt>{t('paper')}</dt>
        <dd>
          {isEntered ? <Count count={entries[0]?.rows ?? 0} /> : t('no-entry')}{' '}
          <Link href={`/staff/cases/${caseNumber}/paper`}>{t('to-paper')}</Link>
        </dd>
        {differencesOpen === 0 ? null : (
          <>
            <dt>{t('open')}</dt>
            <dd>
              <Count count={differencesOpen} />
            </dd>
          </>
        )}
      </dl>
      {mayAsk ? (
        <RequestForm
          action={t('action')}
          check={() => {
            setChecked(true);
            return !error && withoutPaper !== 'entered';
          }}
          ask={() => api.request({ action: 'start-check', ...(isEntered ? {} : { withoutPaper: true }) })}
        >
          {isEntered ? null : (
            <ChoiceField
              legend={t('is-there-paper')}
              value={withoutPaper}
              change={setWithoutPaper}
              options={[
                { value: 'none', label: t('without-paper') },
                { value: 'entered', label: t('with-paper') },
              ]}
            />
          )}
          {isChecked && (error || withoutPaper === 'entered') ? (
            <p className="error" role="alert">
              {t(error ? 'choose' : 'enter-first')}
            </p>
          ) : null}
        </RequestForm>
      ) : (
        <p>{t('verifier-asks')}</p>
      )}
    </section>
  );
}
