import { type SyntheticEvent, useState } from 'react';
import { Input, TextArea } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { StruckOutList } from '../../../core/ceremony/index.js';
import { type Refusal, refusalOf } from '../../api/refusal';
import { useRefusalText } from '../../parts/refusal-text';
import { useLeadApi } from '../../lead/use-lead-api';
import { FormField } from '../../parts/form-field';
import { accountIn } from '../remedy/account';

/** What became of the objection in hand. */
type Phase =
  | { readonly kind: 'filling' | 'sending' | 'taken' }
  | { readonly kind: 'wrong'; readonly fault: 'number' | 'account' }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/** The lead objects 異議 to somebody of the opened list being struck out; two people of the commission decide. */
export function LeadObjection({ list: { rows } }: { readonly list: Pick<StruckOutList, 'rows'> }) {
  const { t } = useTranslation('lead', { keyPrefix: 'struck-out.objection' });
  const refusalText = useRefusalText('lead');
  const api = useLeadApi();
  const [phase, setPhase] = useState<Phase>({ kind: 'filling' });
  const [number, setNumber] = useState('');
  const [typed, setTyped] = useState('');
  const fault = phase.kind === 'wrong' ? phase.fault : undefined;

  const send = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    if (phase.kind === 'sending') return;
    const nationalId = number.trim();
    const account = accountIn(typed);
    if (nationalId === '' || !rows.some((row) => row.nationalId === nationalId)) {
      setPhase({ kind: 'wrong', fault: 'number' });
      return;
    }
    if (account === undefined) {
      setPhase({ kind: 'wrong', fault: 'account' });
      return;
    }
    setPhase({ kind: 'sending' });
    const answer = await api.object(nationalId, account);
    if (answer.kind === 'answered') {
      setNumber('');
      setTyped('');
    }
    setPhase(
      answer.kind === 'answered' ? { kind: 'taken' } : { kind: 'refused', refusal: refusalOf(answer) },
    );
  };
  return (
    <section aria-labelledby="objection">
      <h2 id="objection">{t('heading')}</h2>
      <p>{t('what')}</p>
      <div role="status">
        {phase.kind === 'taken' ? (
          <div className="notice done">
            <p>{t('taken')}</p>
          </div>
        ) : null}
      </div>
      {phase.kind === 'refused' ? (
        <div className="notice wrong" role="alert">
          <p>{refusalText(phase.refusal)}</p>
        </div>
      ) : null}
      <form onSubmit={(event) => void send(event)} noValidate autoComplete="off">
        <FormField
          label={t('number')}
          value={number}
          change={(value) => setNumber(value.toUpperCase())}
          error={fault === 'number' ? t('number-wrong') : undefined}
        >
          <Input className="digits short" maxLength={10} />
        </FormField>
        <FormField
          label={t('account')}
          value={typed}
          change={setTyped}
          error={fault === 'account' ? t('account-wrong') : undefined}
          hint={t('account-what')}
        >
          <TextArea rows={5} maxLength={500} />
        </FormField>
        <button type="submit" className="button" disabled={phase.kind === 'sending'}>
          {t('action')}
        </button>
      </form>
    </section>
  );
}
