import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Remedy } from '../../../desk/check-api';
import { useMay } from '../../../desk/colleagues';
import { useCheckApi } from '../../../desk/use-check-api';
import { Day } from '../../../parts/day';
import { useFocusOnShow } from '../../../parts/use-focus-on-show';
import { ChoiceField, TextField } from '../parts/fields';
import { RequestForm } from '../parts/request-form';

interface RemedyShownProps {
  readonly caseNumber: string;
  readonly remedy: Remedy;
}

/** One request in the words of whoever filed it, and the decision: the one there is, or the one that is proposed. */
export function RemedyShown({ caseNumber, remedy }: RemedyShownProps) {
  const { t } = useTranslation('check', { keyPrefix: 'remedies' });
  const heading = useFocusOnShow();
  const { kind, by, round, filedOn, account, page, line, decision } = remedy;
  return (
    <section className="desk-form" aria-labelledby="remedy">
      <h2 id="remedy" ref={heading} tabIndex={-1}>
        {t(`kinds.${kind}`)}
      </h2>
      <dl className="facts">
        <dt>{t('by')}</dt>
        <dd>{t(`who.${by}`)}</dd>
        <dt>{t('on')}</dt>
        <dd>
          <Day day={filedOn} />
        </dd>
        <dt>{t('round')}</dt>
        <dd>{t(`rounds.${String(round)}`)}</dd>
        {page === undefined ? null : (
          <>
            <dt>{t('place')}</dt>
            <dd>{t('page-line', { page, line: line ?? '' })}</dd>
          </>
        )}
      </dl>
      <h3>{t('account')}</h3>
      <p className="breakable">{account}</p>
      {decision === undefined ? (
        <Deciding caseNumber={caseNumber} remedy={remedy} />
      ) : (
        <>
          <h3>{t('decided')}</h3>
          <p>
            <strong>{t(`outcome.${decision.outcome}`)}</strong> <Day day={decision.on} />
          </p>
          <p className="breakable">{decision.reason}</p>
        </>
      )}
    </section>
  );
}

function Deciding({ caseNumber, remedy: { id } }: RemedyShownProps) {
  const { t } = useTranslation('check', { keyPrefix: 'remedies' });
  const api = useCheckApi(caseNumber);
  const mayAsk = useMay('verifier');
  const [outcome, setOutcome] = useState<'upheld' | 'dismissed' | ''>('');
  const [reason, setReason] = useState('');
  const [isChecked, setChecked] = useState(false);
  if (!mayAsk) return <p>{t('verifier-proposes')}</p>;
  const isWhole = outcome !== '' && reason.trim() !== '';
  return (
    <>
      <h3>{t('decide')}</h3>
      <RequestForm
        action={t('propose')}
        check={() => {
          setChecked(true);
          return isWhole;
        }}
        ask={() => api.decide(id, { outcome: outcome === '' ? 'dismissed' : outcome, reason: reason.trim() })}
      >
        <ChoiceField
          legend={t('which-outcome')}
          value={outcome}
          change={setOutcome}
          options={[
            { value: 'upheld', label: t('outcome.upheld') },
            { value: 'dismissed', label: t('outcome.dismissed') },
          ]}
        />
        {isChecked && outcome === '' ? (
          <p className="error" role="alert">
            {t('choose')}
          </p>
        ) : null}
        <TextField
          label={t('reason')}
          hint={t('reason-hint')}
          value={reason}
          change={setReason}
          error={isChecked && reason.trim() === '' ? t('reason-missing') : undefined}
        />
      </RequestForm>
    </>
  );
}
