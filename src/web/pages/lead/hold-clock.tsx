import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Submission } from '../../lead/submission';
import { useLeadApi } from '../../lead/use-lead-api';

interface HoldClockProps {
  readonly submission: Submission;
  readonly heldUntil: Date;
}

/** How long nobody can co-sign, so that count and root stay true; and, when that is over, that the submission has to be prepared anew. */
export function HoldClock({ submission, heldUntil }: HoldClockProps) {
  const { t } = useTranslation('lead', { keyPrefix: 'hold' });
  const api = useLeadApi();
  const seconds = useSecondsUntil(heldUntil);
  if (seconds > 0)
    return (
      <p role="timer" className="muted">
        {t('left', { minutes: Math.floor(seconds / 60), seconds: seconds % 60 })}
      </p>
    );
  return (
    <div className="notice wrong" role="alert">
      <p>{t('over')}</p>
      <button type="button" className="button" onClick={() => void submission.prepare(api)}>
        {t('again')}
      </button>
    </div>
  );
}

function useSecondsUntil(end: Date): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const tick = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(tick);
  }, []);
  return Math.max(0, Math.ceil((end.getTime() - now) / 1000));
}
