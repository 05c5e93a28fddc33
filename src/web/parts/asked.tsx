import { useTranslation } from 'react-i18next';
import type { Refusal } from '../api/refusal';
import { type PersonalTexts, useRefusalText } from './refusal-text';

/** Something is on its way. */
export function Loading() {
  const { t } = useTranslation('frame');
  return (
    <p className="muted" role="status">
      {t('loading')}
    </p>
  );
}

interface RefusedProps {
  readonly texts: PersonalTexts;
  readonly refusal: Refusal;
  readonly again: () => void;
}

/** What went wrong, and a way to try again. */
export function Refused({ texts, refusal, again }: RefusedProps) {
  const { t } = useTranslation('frame');
  const refusalText = useRefusalText(texts);
  return (
    <div className="notice wrong" role="alert">
      <p>{refusalText(refusal)}</p>
      <button type="button" className="button" onClick={again}>
        {t('try-again')}
      </button>
    </div>
  );
}
