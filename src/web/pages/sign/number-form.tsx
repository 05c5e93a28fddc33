import { type SyntheticEvent, useLayoutEffect, useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { fail, type Result } from '../../../core/result';
import { type NationalId, type NationalIdErrorCode, parseNationalId } from '../../../core/national-id';
import { SecretField } from '../../parts/secret-field';
import { remember, useSigning } from './signing-memory';

/** The field of the number. What is typed becomes capitals; it is checked when it is complete, on leaving the field and on continuing. */
export function NumberForm({ caseNumber }: { readonly caseNumber: string }) {
  const { t } = useTranslation('sign', { keyPrefix: 'number' });
  const [, navigate] = useLocation();
  const remembered = useSigning(caseNumber)?.nationalId;
  const [wrong, setWrong] = useState<NationalIdErrorCode | 'missing'>();
  const field = useRef<HTMLInputElement>(null);
  const composing = useRef(false);
  // Before the browser paints: the field is never seen without what is remembered.
  useLayoutEffect(() => {
    if (remembered !== undefined && field.current !== null) field.current.value = remembered;
  }, [remembered]);

  const change = (input: HTMLInputElement): void => {
    // While an input method composes, what is typed must stay as it is.
    if (composing.current) return;
    const written = rewrite(input);
    const read = written.length < 10 ? undefined : parseNationalId(written);
    setWrong(read?.ok === false ? read.failure.code : undefined);
  };
  const check = (input: HTMLInputElement): Result<NationalId, NationalIdErrorCode | 'missing'> => {
    const written = rewrite(input);
    const read = written === '' ? fail('missing') : parseNationalId(written);
    setWrong(read.ok ? undefined : read.failure.code);
    return read;
  };
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (field.current === null) return;
    const read = check(field.current);
    if (!read.ok) {
      field.current.focus();
      return;
    }
    remember({ caseNumber, nationalId: read.value });
    navigate(`/cases/${caseNumber}/sign/statement`);
  };

  return (
    <form onSubmit={submit} noValidate>
      <SecretField
        field={field}
        label={t('label')}
        error={wrong === undefined ? null : t(`wrong.${wrong}`)}
        className="wide-digits digits"
        inputMode="text"
        autoCapitalize="characters"
        autoCorrect="off"
        maxLength={40}
        onChange={({ currentTarget }) => change(currentTarget)}
        onBlur={({ currentTarget }) => {
          if (currentTarget.value !== '') check(currentTarget);
        }}
        onCompositionStart={() => {
          composing.current = true;
        }}
        onCompositionEnd={({ currentTarget }) => {
          composing.current = false;
          change(currentTarget);
        }}
      >
        {t('what-for')}
        <br />
        {t('not-kept')}
      </SecretField>
      <Button type="submit" className="button primary">
        {t('continue')}
      </Button>
    </form>
  );
}

/** Writes the field's text as it must be written, and keeps the place where the person types. */
function rewrite(input: HTMLInputElement): string {
  const { value, selectionStart } = input;
  const written = asWritten(value);
  if (written !== value) {
    const place = asWritten(value.slice(0, selectionStart ?? value.length)).length;
    input.value = written;
    input.setSelectionRange(place, place);
  }
  return written;
}

/** Full-width characters become half-width, letters capital, and spaces go: what the person means, as it must be written. */
function asWritten(text: string): string {
  return text.normalize('NFKC').replace(/\s/gu, '').toUpperCase();
}
