import { type ReactNode, type SyntheticEvent, useEffect, useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { SecretField } from './secret-field';

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

/** The card's PIN, and the button that asks the card. The field is empty as soon as the card is asked. */
export function PinForm({ failure, children, action, askCard }: PinFormProps) {
  const { t } = useTranslation('frame', { keyPrefix: 'pin' });
  const [wrong, setWrong] = useState<'missing' | 'length'>();
  const field = useRef<HTMLInputElement>(null);
  const hasFailed = failure !== null;
  useEffect(() => {
    if (hasFailed) field.current?.focus();
  }, [hasFailed]);
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (field.current === null) return;
    const pin = field.current.value;
    const fault = faultOf(pin);
    setWrong(fault);
    if (fault === undefined) {
      field.current.value = '';
      askCard(pin);
    } else field.current.focus();
  };
  return (
    <form onSubmit={submit} noValidate autoComplete="off">
      {hasFailed ? (
        <div id="failure" className="notice wrong" role="alert">
          {failure}
        </div>
      ) : null}
      <SecretField
        field={field}
        label={t('label')}
        error={wrong === undefined ? null : t(wrong)}
        describedBy={hasFailed ? 'failure' : undefined}
        className="digits short"
        type="password"
        maxLength={8}
        onChange={() => setWrong(undefined)}
      >
        {t('what')}
      </SecretField>
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
