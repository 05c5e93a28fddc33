import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type CardFailureCode, cardFailureCodes } from '../card/card-failure';
import type { Refusal } from '../api/refusal';
import { type PersonalTexts, useRefusalText } from './refusal-text';
import { CardFailureText } from './card-failure-text';
import { PinForm } from './pin-form';
import { useFocusOnShow } from './use-focus-on-show';

interface CardFormProps {
  readonly texts: PersonalTexts;
  /** What the button says that opens the card program's window. */
  readonly action: string;
  /** Whether the operation asks for the PIN. */
  readonly asksPin: boolean;
  /** Uses the card, in the person's click. Resolves with why it didn't work, or nothing. */
  readonly perform: (pin: string, signal: AbortSignal) => Promise<Refusal | undefined>;
  /** Where the page isn't ready for the card yet. */
  readonly isWaiting?: boolean;
}

/** One card operation: PIN, button, what is going on, and what went wrong. The PIN is off the page as soon as the card is asked. */
export function CardForm({ texts, action, asksPin, perform, isWaiting = false }: CardFormProps) {
  const { t } = useTranslation(texts, { keyPrefix: 'card-form' });
  const [running, setRunning] = useState<AbortController>();
  const [refusal, setRefusal] = useState<Refusal>();
  const shown = useRef(true);
  useEffect(() => {
    shown.current = true;
    return () => {
      shown.current = false;
    };
  }, []);
  const askCard = (pin: string): void => {
    const controller = new AbortController();
    setRunning(controller);
    setRefusal(undefined);
    void perform(pin, controller.signal).then((told) => {
      if (!shown.current) return;
      setRunning(undefined);
      setRefusal(told);
    });
  };
  if (running !== undefined) return <Running texts={texts} cancel={() => running.abort()} />;
  if (isWaiting) return <p role="status">{t('waiting')}</p>;
  const failure = refusal === undefined ? null : <RefusalText texts={texts} refusal={refusal} />;
  if (asksPin) return <PinForm failure={failure} action={action} askCard={askCard} />;
  return (
    <>
      {failure === null ? null : (
        <div className="notice wrong" role="alert">
          {failure}
        </div>
      )}
      <button type="button" className="button primary" onClick={() => askCard('')}>
        {action}
      </button>
    </>
  );
}

/** The card is at work. Takes the focus of the form that is gone: not the button, which a second press of Enter would press. */
function Running({ texts, cancel }: { readonly texts: PersonalTexts; readonly cancel: () => void }) {
  const { t } = useTranslation(texts, { keyPrefix: 'card-form' });
  const status = useFocusOnShow<HTMLParagraphElement>();
  return (
    <>
      <p role="status" tabIndex={-1} ref={status}>
        {t('running')}
      </p>
      <button type="button" className="button" onClick={cancel}>
        {t('cancel')}
      </button>
    </>
  );
}

/** What happened and what to do, in the card's words where it is the card. */
function RefusalText({ texts, refusal }: { readonly texts: PersonalTexts; readonly refusal: Refusal }) {
  const refusalText = useRefusalText(texts);
  const { code, values } = refusal;
  return isCardFailure(code) ? (
    <CardFailureText failure={values === undefined ? { code } : { code, values }} />
  ) : (
    <p>{refusalText(refusal)}</p>
  );
}

function isCardFailure(code: string): code is CardFailureCode {
  return (cardFailureCodes as readonly string[]).includes(code);
}
