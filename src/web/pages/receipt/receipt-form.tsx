import { type SyntheticEvent, useEffect, useId, useRef, useState } from 'react';
import { FieldError, Label, Text, TextArea, TextField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { NoReceiptCode } from './find-receipt';

/** Why what was given in one of the fields could not be checked. */
export interface FieldProblem {
  readonly field: 'text' | 'file';
  readonly code: NoReceiptCode | 'keys-unreachable';
}

interface ReceiptFormProps {
  readonly isBusy: boolean;
  /** Why nothing could be checked, and of which field. */
  readonly problem: FieldProblem | undefined;
  readonly checkText: (text: string) => void;
  readonly checkFile: (file: File) => void;
}

/** A receipt pasted, or in a file that is dropped on the field or chosen. */
export function ReceiptForm({ isBusy, problem, checkText, checkFile }: ReceiptFormProps) {
  const { t } = useTranslation('receipt', { keyPrefix: 'check' });
  const [text, setText] = useState('');
  const fileField = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const chooser = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (problem !== undefined) (problem.field === 'text' ? area : chooser).current?.focus();
  }, [problem]);
  const sentence = problem === undefined ? null : t(`problem.${problem.code}`);
  const wrongFile = problem?.field === 'file';
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
        isInvalid={problem?.field === 'text'}
        validationBehavior="aria"
        autoComplete="off"
        spellCheck="false"
      >
        <Label>{t('paste')}</Label>
        <FieldError>{wrongFile ? null : sentence}</FieldError>
        <TextArea ref={area} className="digits" rows={5} />
        <Text slot="description">{t('paste-what')}</Text>
      </TextField>
      <button type="submit" className="button primary" aria-disabled={isBusy}>
        {t('check')}
      </button>
      <div className="field">
        <label htmlFor={fileField}>{t('file')}</label>
        {wrongFile ? (
          <span className="error" id={`${fileField}-wrong`}>
            {sentence}
          </span>
        ) : null}
        <input
          ref={chooser}
          id={fileField}
          type="file"
          accept="text/plain,image/png,image/jpeg,.txt,.jws,.json"
          aria-invalid={wrongFile}
          aria-describedby={wrongFile ? `${fileField}-wrong ${fileField}-what` : `${fileField}-what`}
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
