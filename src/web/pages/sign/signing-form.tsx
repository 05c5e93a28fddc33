import { type SyntheticEvent, useEffect, useRef, useState } from 'react';
import { Button, FieldError, Input, Label, Text, TextField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { FailureNotice } from './failure-notice';
import type { SigningFailure } from './use-signing-steps';

interface SigningFormProps {
  readonly number: string;
  /** Why the last try came to nothing. */
  readonly failed: SigningFailure | undefined;
  readonly sign: (pin: string) => void;
}

/** The PIN, and 簽署. It is gone from the page with the form, as soon as the card is asked. */
export function SigningForm({ number, failed, sign }: SigningFormProps) {
  const { t } = useTranslation('sign', { keyPrefix: 'statement' });
  const [pin, setPin] = useState('');
  const [wrong, setWrong] = useState<'pin-missing' | 'pin-length'>();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (failed !== undefined) field.current?.focus();
  }, [failed]);
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    const fault = faultOf(pin);
    setWrong(fault);
    if (fault === undefined) sign(pin);
    else field.current?.focus();
  };
  return (
    <form onSubmit={submit} noValidate autoComplete="off">
      {failed === undefined ? null : <FailureNotice id="failed" failed={failed} number={number} />}
      <TextField
        className="field"
        type="password"
        value={pin}
        onChange={(typed) => {
          setPin(typed);
          setWrong(undefined);
        }}
        isInvalid={wrong !== undefined}
        validationBehavior="aria"
        autoComplete="off"
        aria-describedby={failed === undefined ? undefined : 'failed'}
        maxLength={8}
      >
        <Label>{t('pin')}</Label>
        <FieldError>{wrong === undefined ? null : t(wrong)}</FieldError>
        <Input ref={field} className="digits short" />
        <Text slot="description">{t('pin-what')}</Text>
      </TextField>
      <p>{t('final')}</p>
      <Button type="submit" className="button primary">
        {t('sign')}
      </Button>
    </form>
  );
}

function faultOf(pin: string): 'pin-missing' | 'pin-length' | undefined {
  if (pin === '') return 'pin-missing';
  return /^.{6,8}$/su.test(pin) ? undefined : 'pin-length';
}
