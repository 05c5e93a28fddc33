import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { encodeBase64 } from '../../../core/encodings.js';
import { useDeskApi } from '../../desk/use-desk-api';
import { FileField, LineField } from './parts/fields';
import { RequestForm } from './parts/request-form';

/** A submission statement or a wrapped key has a few thousand bytes; the server's own limits are lower. */
const maximumFile = 131_072;
const timeForm = /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d)$/;

/** Asks for what the lead submitted offline to be taken in (REG 11): the two files that were handed over, and when. */
export function OfflineSubmission({ number }: { readonly number: string }) {
  const { t } = useTranslation('desk-cases', { keyPrefix: 'steps.offline-submission' });
  const api = useDeskApi();
  const [statement, setStatement] = useState<Uint8Array>();
  const [wrappedKey, setWrappedKey] = useState<Uint8Array>();
  const [at, setAt] = useState('');
  const [isChecked, setChecked] = useState(false);
  const isTime = timeForm.test(at.trim());
  const missing = (file: Uint8Array | undefined): string | undefined =>
    isChecked && file === undefined ? t('file-missing') : undefined;
  const read = async (file: File, set: (octets: Uint8Array | undefined) => void): Promise<void> =>
    set(file.size > maximumFile ? undefined : new Uint8Array(await file.arrayBuffer()));
  return (
    <RequestForm
      action={t('action')}
      check={() => {
        setChecked(true);
        return statement !== undefined && wrappedKey !== undefined && isTime;
      }}
      ask={() => {
        const body = {
          statement: encodeBase64(statement ?? new Uint8Array()),
          wrappedKey: encodeBase64(wrappedKey ?? new Uint8Array()),
          handedOverAt: at.trim().replace(timeForm, '$1T$2+08:00'),
        };
        const params = { path: { caseNumber: number } };
        return api.ask((client) =>
          client.POST('/api/v1/staff/cases/{caseNumber}/offline-submission', { params, body }),
        );
      }}
    >
      <FileField
        label={t('statement')}
        error={missing(statement)}
        choose={(file) => void read(file, setStatement)}
      />
      <FileField
        label={t('wrapped-key')}
        error={missing(wrappedKey)}
        choose={(file) => void read(file, setWrappedKey)}
      />
      <LineField
        label={t('handed-over')}
        hint={t('handed-over-hint')}
        value={at}
        change={setAt}
        error={isChecked && !isTime ? t('time-wrong') : undefined}
      />
    </RequestForm>
  );
}
