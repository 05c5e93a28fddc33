import { type SyntheticEvent, useEffect, useRef, useState } from 'react';
import { FieldError, Input, Label, Text, TextField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Refusal } from '../../lead/lead-api';
import { useRefusalText } from '../../lead/refusal-text';

interface CardFormProps {
  /** What the button says that opens the card program's window. */
  readonly action: string;
  /** Whether the operation asks for the PIN. */
  readonly asksPin: boolean;
  /** Uses the card, in the person's click. Resolves with why it didn't work, or nothing. */
  readonly perform: (pin: string, signal: AbortSignal) => Promise<Refusal | undefined>;
  /** Where the page isn't ready for the card. */
  readonly isDisabled?: boolean;
}

/**
 * One card operation: PIN, button, what is going on, and what went wrong. The PIN lies in its field alone, and is gone from it as soon as it
 * is used.
 */
export function CardForm({ action, asksPin, perform, isDisabled = false }: CardFormProps) {
  const { t } = useTranslation('lead', { keyPrefix: 'card-form' });
  const refusalText = useRefusalText();
  const [running, setRunning] = useState<AbortController>();
  const [refusal, setRefusal] = useState<Refusal>();
  const form = useRef<HTMLFormElement>(null);
  const shown = useRef(true);
  useEffect(() => {
    shown.current = true;
    return () => {
      shown.current = false;
    };
  }, []);

  const refuse = (told: Refusal | undefined): void => {
    setRefusal(told);
    // The field is where to go on, and what was wrong is said with it.
    if (told !== undefined) form.current?.querySelector('input')?.focus();
  };
  const submit = (event: SyntheticEvent<HTMLFormElement>): void => {
    event.preventDefault();
    if (running !== undefined || isDisabled) return;
    const pin = asksPin ? pinIn(event.currentTarget) : '';
    event.currentTarget.reset();
    const controller = new AbortController();
    setRunning(controller);
    setRefusal(undefined);
    void perform(pin, controller.signal).then((told) => {
      if (!shown.current) return;
      setRunning(undefined);
      refuse(told);
    });
  };
  const isRunning = running !== undefined;
  return (
    <form ref={form} onSubmit={submit} className="card-form" noValidate>
      {asksPin ? (
        <TextField
          className="field"
          name="pin"
          type="password"
          autoComplete="off"
          isInvalid={refusal !== undefined}
          isReadOnly={isRunning}
        >
          <Label>{t('pin')}</Label>
          <Text slot="description">{t('pin-hint')}</Text>
          <Input maxLength={8} spellCheck={false} className="wide-digits" />
          <FieldError>{refusal === undefined ? null : refusalText(refusal)}</FieldError>
        </TextField>
      ) : (
        <p role="alert" className="error">
          {refusal === undefined ? null : refusalText(refusal)}
        </p>
      )}
      <button type="submit" className="button primary" disabled={isRunning || isDisabled}>
        {action}
      </button>
      {isRunning ? (
        <button type="button" className="button" onClick={() => running.abort()}>
          {t('cancel')}
        </button>
      ) : null}
      <p role="status">{isRunning ? t('running') : null}</p>
    </form>
  );
}

function pinIn(form: HTMLFormElement): string {
  const pin = new FormData(form).get('pin');
  return typeof pin === 'string' ? pin : '';
}
