import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '../../parts/page';
import { useFocusedHeading } from '../../parts/use-focused-heading';
import type { SigningPhase } from './use-signing-steps';

interface UnknownOutcomeProps {
  readonly phase: Extract<SigningPhase, { readonly kind: 'unknown' }>;
  readonly again: () => void;
}

/** It was sent, and nobody answered. Sending it again is safe, and tells; when the network is back, that happens by itself. */
export function UnknownOutcome({ phase: { times, trying }, again }: UnknownOutcomeProps) {
  const { t } = useTranslation('sign', { keyPrefix: 'unknown' });
  const once = useRef(again);
  useFocusedHeading();
  useEffect(() => {
    once.current = again;
  });
  useEffect(() => {
    const tryAgain = (): void => once.current();
    window.addEventListener('online', tryAgain);
    return () => window.removeEventListener('online', tryAgain);
  }, []);
  return (
    <Page heading={t('heading')}>
      <p>{t('what')}</p>
      <p>{t('safe')}</p>
      <p role="status">{trying ? t('trying') : times > 1 ? t('still') : null}</p>
      <button type="button" className="button primary" onClick={again} aria-disabled={trying}>
        {t('again')}
      </button>
      <p className="muted">{t('by-itself')}</p>
    </Page>
  );
}
