import { type SyntheticEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AttendedOperation } from '../../lead/attended-card';
import { openTypedPassphrase } from '../../lead/recovery-passphrase';
import { SecretField } from '../../parts/secret-field';

interface PassphraseFormProps {
  readonly operation: Extract<AttendedOperation, { kind: 'decrypt' }>;
}

/** Opens what waits for a card by the recovery passphrase 備援密語, from paper. One that was wrong stays, to be mended. */
export function PassphraseForm({ operation }: PassphraseFormProps) {
  const { t } = useTranslation('lead', { keyPrefix: 'submission.steps.key.passphrase' });
  const field = useRef<HTMLInputElement>(null);
  const [isOpening, setOpening] = useState(false);
  const [wrong, setWrong] = useState<'missing' | 'wrong'>();
  const open = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    const { current } = field;
    if (current === null || isOpening) return;
    if (current.value.trim() === '') {
      setWrong('missing');
      current.focus();
      return;
    }
    setWrong(undefined);
    setOpening(true);
    const opened = await openTypedPassphrase(operation.content, current.value);
    if (opened !== undefined) {
      current.value = '';
      operation.finish(opened);
      return;
    }
    setOpening(false);
    setWrong('wrong');
    current.focus();
  };
  return (
    <form onSubmit={(event) => void open(event)} noValidate autoComplete="off">
      <SecretField
        field={field}
        label={t('label')}
        error={wrong === undefined ? null : t(wrong)}
        className="passphrase"
        readOnly={isOpening}
        onChange={() => setWrong(undefined)}
      >
        {t('what')}
      </SecretField>
      <button type="submit" className="button primary" disabled={isOpening}>
        {t('action')}
      </button>
      <p role="status">{isOpening ? t('opening') : null}</p>
    </form>
  );
}
