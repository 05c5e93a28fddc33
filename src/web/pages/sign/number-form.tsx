import { type SyntheticEvent, useRef, useState } from 'react';
import { Button, FieldError, Input, Label, Text, TextField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { fail, type Result } from '../../../core/result';
import { type NationalId, type NationalIdErrorCode, parseNationalId } from '../../../core/national-id';
import { remember, useSigning } from './signing-memory';

/** The field of the number. What is typed becomes capitals; it is checked when it is complete, on leaving the field and on continuing. */
export function NumberForm({ caseNumber }: { readonly caseNumber: string }) {
  const { t } = useTranslation('sign', { keyPrefix: 'number' });
  const [, navigate] = useLocation();
  const [typed, setTyped] = useState<string>(useSigning(caseNumber)?.nationalId ?? '');
  const [wrong, setWrong] = useState<NationalIdErrorCode | 'missing'>();
  const field = useRef<HTMLInputElement>(null);
  const composing = useRef(false);

  const change = (text: string): void => {
    // While an input method composes, what is typed must stay as it is.
    const next = composing.current ? text : asWritten(text);
    const read = next.length < 10 ? undefined : parseNationalId(next);
    setTyped(next);
    setWrong(read?.ok === false ? read.failure.code : undefined);
  };
  const check = (text: string): Result<NationalId, NationalIdErrorCode | 'missing'> => {
    const written = asWritten(text);
    const read = written === '' ? fail('missing') : parseNationalId(written);
    setTyped(written);
    setWrong(read.ok ? undefined : read.failure.code);
    return read;
  };
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    const read = check(typed);
    if (!read.ok) {
      field.current?.focus();
      return;
    }
    remember({ caseNumber, nationalId: read.value });
    navigate(`/cases/${caseNumber}/sign/statement`);
  };

  return (
    <form onSubmit={submit} noValidate>
      <TextField
        className="field"
        value={typed}
        onChange={change}
        onBlur={() => {
          if (typed !== '') check(typed);
        }}
        isInvalid={wrong !== undefined}
        validationBehavior="aria"
        autoComplete="off"
        spellCheck="false"
        maxLength={40}
      >
        <Label>{t('label')}</Label>
        <FieldError>{wrong === undefined ? null : t(`wrong.${wrong}`)}</FieldError>
        <Input
          ref={field}
          className="wide-digits digits"
          inputMode="text"
          autoCapitalize="characters"
          autoCorrect="off"
          onCompositionStart={() => {
            composing.current = true;
          }}
          onCompositionEnd={(event) => {
            composing.current = false;
            change(event.currentTarget.value);
          }}
        />
        <Text slot="description">
          {t('what-for')}
          <br />
          {t('not-kept')}
        </Text>
      </TextField>
      <Button type="submit" className="button primary">
        {t('continue')}
      </Button>
    </form>
  );
}

/** Full-width characters become half-width, letters capital, and spaces go: what the person means, as it must be written. */
function asWritten(text: string): string {
  return text.normalize('NFKC').replace(/\s/gu, '').toUpperCase();
}
