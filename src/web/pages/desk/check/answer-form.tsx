import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { refusalOf } from '../../../api/refusal';
import { useCheckApi } from '../../../desk/use-check-api';
import { useRefusalText } from '../../../parts/refusal-text';
import { ActForm } from '../parts/act-form';
import { FilesField } from '../parts/files-field';
import { RequestForm } from '../parts/request-form';

/** Takes the files of MOI's answer, and asks for their import; an answer at fault is refused there, with file and line. */
export function AnswerForm({ caseNumber }: { readonly caseNumber: string }) {
  const { t } = useTranslation('check', { keyPrefix: 'exchange.answer' });
  const api = useCheckApi(caseNumber);
  const refusalText = useRefusalText('desk');
  const [sent, setSent] = useState<readonly string[]>([]);
  const [isSending, setSending] = useState(false);
  const [error, setError] = useState<string>();
  const send = async (files: readonly File[]): Promise<void> => {
    setError(undefined);
    setSent([]);
    setSending(true);
    for (const file of files) {
      const answer = await api.keepAnswerFile(file);
      if (answer.kind !== 'answered') {
        setError(`${file.name}: ${refusalText(refusalOf(answer))}`);
        break;
      }
      setSent((before) => [...before, file.name]);
    }
    setSending(false);
  };
  return (
    <section className="desk-form" aria-labelledby="answer">
      <h2 id="answer">{t('heading')}</h2>
      <p>{t('what')}</p>
      <div className="drop">
        <FilesField label={t('files')} hint={t('hint')} error={error} choose={(files) => void send(files)} />
      </div>
      <div role="status">
        {isSending ? <p>{t('sending')}</p> : null}
        {sent.length === 0 ? null : (
          <>
            <p>{t('sent', { count: sent.length })}</p>
            <ul>
              {sent.map((name) => (
                <li key={name}>
                  <code>{name}</code>
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
      {isSending ? null : (
        <RequestForm action={t('action')} ask={() => api.request({ action: 'import-answer' })}>
          <p>{t('import-what')}</p>
        </RequestForm>
      )}
      <details>
        <summary>{t('discard-summary')}</summary>
        <p>{t('discard-what')}</p>
        <ActForm action={t('discard')} isGrave act={() => api.discardAnswer()} done={() => setSent([])} />
      </details>
    </section>
  );
}
