import { useEffect, useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { SigningPhase } from './use-signing-steps';

interface SigningProgressProps {
  readonly phase: SigningPhase;
  readonly cancel: () => void;
  readonly again: () => void;
}

/** What is under way, in a live region that is always there; 取消 as long as nothing is on its way. */
export function SigningProgress({ phase, cancel, again }: SigningProgressProps) {
  const { t } = useTranslation('sign', { keyPrefix: 'progress' });
  const button = useRef<HTMLButtonElement>(null);
  const { kind } = phase;
  const canCancel = kind === 'card' || kind === 'waiting';
  // The pressed button has gone: the keyboard must not lose its place.
  useEffect(() => {
    if (canCancel) button.current?.focus();
  }, [canCancel]);
  return (
    <div className={kind === 'ready' ? undefined : 'notice'}>
      <p role="status">{useMessage(phase)}</p>
      {kind === 'waiting' ? <Countdown until={phase.until} over={again} /> : null}
      {canCancel ? (
        <Button ref={button} className="button" onPress={cancel}>
          {t('cancel')}
        </Button>
      ) : null}
    </div>
  );
}

function useMessage(phase: SigningPhase): string | null {
  const { t } = useTranslation('sign', { keyPrefix: 'progress' });
  if (phase.kind === 'card' || phase.kind === 'sending') return t(phase.kind);
  if (phase.kind !== 'waiting') return null;
  return t(waitingText[phase.code] ?? 'waiting');
}

const waitingText: Readonly<Record<string, 'waiting-submission' | 'waiting-paused'>> = {
  'submission-in-progress': 'waiting-submission',
  'intake-paused': 'waiting-paused',
  'service-read-only': 'waiting-paused',
};

/** Seconds to the next try, for the eyes: the sentence before it was read out, the numbers are not. */
function Countdown({ until, over }: { readonly until: number; readonly over: () => void }) {
  const { t } = useTranslation('sign', { keyPrefix: 'progress' });
  const [left, setLeft] = useState(() => secondsUntil(until));
  const whenOver = useRef(over);
  useEffect(() => {
    whenOver.current = over;
  });
  useEffect(() => {
    const timer = setInterval(() => {
      setLeft(secondsUntil(until));
      if (Date.now() < until) return;
      clearInterval(timer);
      whenOver.current();
    }, 500);
    return () => clearInterval(timer);
  }, [until]);
  return (
    <p className="digits" aria-hidden="true">
      {t('countdown', { count: left })}
    </p>
  );
}

const secondsUntil = (until: number): number => Math.max(0, Math.ceil((until - Date.now()) / 1000));
