import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApiSchemas } from '../../api/client';
import { useDeskApi } from '../../desk/use-desk-api';
import { ActForm } from './parts/act-form';
import { DayField } from './parts/fields';
import { RequestForm } from './parts/request-form';

interface IssueCodeProps {
  readonly number: string;
  /** The code was issued, seen and put away: the case is no longer what it was. */
  readonly issued: () => void;
}

/** Issues the access code of the round that begins. It is shown once. */
export function IssueCode({ number, issued }: IssueCodeProps) {
  const { t } = useTranslation('desk-cases', { keyPrefix: 'steps.issue-code' });
  const api = useDeskApi();
  const [paperFormOn, setPaperFormOn] = useState('');
  const [answer, setAnswer] = useState<ApiSchemas['IssuedCodeView']>();
  if (answer !== undefined) {
    const round = answer.case.rounds.at(-1);
    return (
      <>
        <CodeSlip number={number} code={answer.accessCode} days={round} />
        <button type="button" className="button no-print" onClick={issued}>
          {t('handed-over')}
        </button>
      </>
    );
  }
  return (
    <ActForm
      action={t('action')}
      act={() => {
        const body = paperFormOn === '' ? {} : { paperFormOn };
        const params = { path: { caseNumber: number } };
        return api.ask((client) => client.POST('/api/v1/staff/cases/{caseNumber}/code', { params, body }));
      }}
      done={setAnswer}
    >
      <DayField label={t('paper')} hint={t('paper-hint')} value={paperFormOn} change={setPaperFormOn} />
    </ActForm>
  );
}

/** Makes another code in place of a lost one, and asks for it to take its place. It is shown once, and works once the request is approved. */
export function ReplaceCode({ number }: Pick<IssueCodeProps, 'number'>) {
  const { t } = useTranslation('desk-cases', { keyPrefix: 'steps.replace-code' });
  const api = useDeskApi();
  const [code, setCode] = useState<string>();
  return (
    <RequestForm
      action={t('action')}
      asked={code === undefined ? null : <CodeSlip number={number} code={code} days={undefined} />}
      ask={async () => {
        const params = { path: { caseNumber: number } };
        const answer = await api.ask((client) =>
          client.POST('/api/v1/staff/cases/{caseNumber}/code/replacement', { params }),
        );
        if (answer.kind !== 'answered') return answer;
        setCode(answer.data.accessCode);
        return { kind: 'answered', data: answer.data.request };
      }}
    />
  );
}

interface CodeSlipProps {
  readonly number: string;
  readonly code: string;
  readonly days: { readonly firstDay: string; readonly lastDay: string } | undefined;
}

/** The code, large, to be handed over on paper: nobody can show it again. */
function CodeSlip({ number, code, days }: CodeSlipProps) {
  const { t } = useTranslation('desk-cases', { keyPrefix: 'code-slip' });
  return (
    <section className="sheet code-slip" aria-label={t('label')}>
      <dl className="facts">
        <dt>{t('case')}</dt>
        <dd>{number}</dd>
        <dt>{t('code')}</dt>
        <dd>
          <strong className="digits lead">{code}</strong>
        </dd>
        {days === undefined ? null : (
          <>
            <dt>{t('period')}</dt>
            <dd>{t('from-to', { firstDay: days.firstDay, lastDay: days.lastDay })}</dd>
          </>
        )}
      </dl>
      <p>
        <strong>{t('once')}</strong>
      </p>
      <button type="button" className="button no-print" onClick={() => window.print()}>
        {t('print')}
      </button>
    </section>
  );
}
