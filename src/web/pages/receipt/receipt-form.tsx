import { type SyntheticEvent, useEffect, useId, useRef, useState } from 'react';
import { FieldError, Label, Text, TextArea, TextField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { NoReceiptCode } from './find-receipt';

interface ReceiptFormProps {
  readonly isBusy: boolean;
  /** Why nothing could be checked. */
  readonly problem: NoReceiptCode | 'keys-unreachable' | undefined;
  readonly checkText: (text: string) => void;
  readonly checkFile: (file: File) => void;
}

/** A receipt pasted, or in a file that is dropped on the field or chosen. */
export function ReceiptForm({ isBusy, problem, checkText, checkFile }: ReceiptFormProps) {
  const { t } = useTranslation('receipt', { keyPrefix: 'check' });
  const [text, setText] = useState('');
  const fileField = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (problem !== undefined) area.current?.focus();
  }, [problem]);
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (!isBusy) checkText(text);
  };
  return (
    <form onSubmit={submit} noValidate>
      <TextField
        className="field"
        value={text}
        onChange={setText}
        isInvalid={problem !== undefined}
        validationBehavior="aria"
        autoComplete="off"
        spellCheck="false"
      >
        <Label>{t('paste')}</Label>
        <FieldError>{problem === undefined ? null : t(`problem.${problem}`)}</FieldError>
        <TextArea ref={area} className="digits" rows={5} />
        <Text slot="description">{t('paste-what')}</Text>
      </TextField>
      <button type="submit" className="button primary" aria-disabled={isBusy}>
        {t('check')}
      </button>
      <div className="field">
        <label htmlFor={fileField}>
          {t('or')} {t('file')}
        </label>
        <input
          id={fileField}
          type="file"
          accept="text/plain,image/png,image/jpeg,.txt,.jws,.json"
          aria-describedby={`${fileField}-what`}
          onChange={({ target }) => {
            const file = target.files?.[0];
            // The same file may be chosen again after it was mended.
            target.value = '';
            if (file !== undefined && !isBusy) checkFile(file);
          }}
        />
        <span className="hint" id={`${fileField}-what`}>
          {t('file-what')}
        </span>
      </div>
    </form>
  );
}
