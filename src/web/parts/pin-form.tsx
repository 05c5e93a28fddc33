import { type ReactNode, type SyntheticEvent, useEffect, useRef, useState } from 'react';
import { Button, FieldError, Input, Label, Text, TextField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';

interface PinFormProps {
  /** Why the last try came to nothing, read out when it appears. */
  readonly failure: ReactNode;
  /** Stands above the button. */
  readonly children?: ReactNode;
  /** What the button says. */
  readonly action: string;
  /** Is called in the person's click, with 6 to 8 characters. */
  readonly askCard: (pin: string) => void;
}

/** The card's PIN, and the button that asks the card. Take it off the page while the card is asked: the PIN goes with it. */
export function PinForm({ failure, children, action, askCard }: PinFormProps) {
  const { t } = useTranslation('frame', { keyPrefix: 'pin' });
  const [pin, setPin] = useState('');
  const [wrong, setWrong] = useState<'missing' | 'length'>();
  const field = useRef<HTMLInputElement>(null);
  const hasFailed = failure !== null;
  useEffect(() => {
    if (hasFailed) field.current?.focus();
  }, [hasFailed]);
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    const fault = faultOf(pin);
    setWrong(fault);
    if (fault === undefined) askCard(pin);
    else field.current?.focus();
  };
  return (
    <form onSubmit={submit} noValidate autoComplete="off">
      {hasFailed ? (
        <div id="failure" className="notice wrong" role="alert">
          {failure}
        </div>
      ) : null}
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
        aria-describedby={hasFailed ? 'failure' : undefined}
      >
        <Label>{t('label')}</Label>
        <FieldError>{wrong === undefined ? null : t(wrong)}</FieldError>
        <Input ref={field} className="digits short" />
        <Text slot="description">{t('what')}</Text>
      </TextField>
      {children}
      <Button type="submit" className="button primary">
        {action}
      </Button>
    </form>
  );
}

function faultOf(pin: string): 'missing' | 'length' | undefined {
  if (pin === '') return 'missing';
  return /^.{6,8}$/su.test(pin) ? undefined : 'length';
}
