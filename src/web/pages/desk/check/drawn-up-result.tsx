import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { digestSha256 } from '../../../../core/cryptography.js';
import { hex } from '../../../../core/octets.js';
import type { Answer } from '../../../api/answer';
import { octetsOfBase64 } from '../../../api/octets-of-answers';
import type { CheckApi } from '../../../desk/check-api';
import { useMay } from '../../../desk/colleagues';
import { useCheckApi } from '../../../desk/use-check-api';
import { Fingerprint } from '../../../parts/fingerprint';
import { publishedNumbers } from '../../cases/published-result';
import { ResultChart } from '../../cases/result-chart';
import { ResultCounts, ResultReasons } from '../../cases/result-numbers';
import { RequestForm } from '../parts/request-form';
import { WithAnswer } from '../parts/with-answer';

/** `result.json` as it was drawn up, with its SHA-256 as this page worked it out. */
interface Draft {
  readonly result: string;
  readonly digest: string;
}

async function draftOf(api: CheckApi): Promise<Answer<Draft>> {
  const answer = await api.resultDraft();
  if (answer.kind !== 'answered') return answer;
  const { result } = answer.data;
  const digest = hex(await digestSha256(octetsOfBase64(result)));
  return { kind: 'answered', data: { result, digest } };
}

/** What would be published, exactly as the public would see it, and the request to confirm it. */
export function DrawnUpResult({ caseNumber }: { readonly caseNumber: string }) {
  const { t } = useTranslation('check', { keyPrefix: 'result' });
  const api = useCheckApi(caseNumber);
  const mayAsk = useMay('verifier');
  return (
    <section aria-labelledby="draft">
      <h2 id="draft">{t('draft')}</h2>
      <p>{t('draft-what')}</p>
      <WithAnswer ask={useCallback(() => draftOf(api), [api])}>
        {(draft) => <Shown draft={draft} />}
      </WithAnswer>
      {mayAsk ? (
        <RequestForm action={t('confirm')} ask={() => api.request({ action: 'confirm-result' })}>
          <p>{t('confirm-what')}</p>
        </RequestForm>
      ) : (
        <p>{t('verifier-asks')}</p>
      )}
    </section>
  );
}

function Shown({ draft }: { readonly draft: Draft }) {
  const { t } = useTranslation('check', { keyPrefix: 'result' });
  const numbers = publishedNumbers(draft);
  if (numbers === undefined)
    return (
      <p className="notice wrong" role="alert">
        {t('unreadable')}
      </p>
    );
  return (
    <>
      <div className="beside">
        <ResultChart numbers={numbers} />
        <div>
          <ResultCounts numbers={numbers} />
        </div>
      </div>
      <ResultReasons numbers={numbers} />
      <h3>{t('digest')}</h3>
      <Fingerprint digits={draft.digest} />
      <p className="small muted">{t('digest-what')}</p>
    </>
  );
}
