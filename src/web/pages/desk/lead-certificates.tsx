import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { encodeBase64 } from '../../../core/encodings.js';
import type { NamedCertificate } from '../../card/named-certificate';
import { useDeskApi } from '../../desk/use-desk-api';
import { CertificateField } from './parts/certificate-field';
import { RequestForm } from './parts/request-form';

/** Asks for other certificates of the lead: a lost or renewed card, a changed name. */
export function LeadCertificates({ number }: { readonly number: string }) {
  const { t } = useTranslation('desk-cases', { keyPrefix: 'steps.lead-certificates' });
  const api = useDeskApi();
  const [signing, setSigning] = useState<NamedCertificate>();
  const [encryption, setEncryption] = useState<NamedCertificate>();
  const [isChecked, setChecked] = useState(false);
  return (
    <RequestForm
      action={t('action')}
      check={() => {
        setChecked(true);
        return signing !== undefined && encryption !== undefined;
      }}
      ask={() => {
        const body = {
          leadSigningCertificate: encodeBase64(signing?.der ?? new Uint8Array()),
          leadEncryptionCertificate: encodeBase64(encryption?.der ?? new Uint8Array()),
        };
        const params = { path: { caseNumber: number } };
        return api.ask((client) =>
          client.POST('/api/v1/staff/cases/{caseNumber}/lead-certificates', { params, body }),
        );
      }}
    >
      <CertificateField
        label={t('signing')}
        use="signing"
        certificate={signing}
        change={setSigning}
        isMissing={isChecked && signing === undefined}
      />
      <CertificateField
        label={t('encryption')}
        use="encryption"
        certificate={encryption}
        change={setEncryption}
        isMissing={isChecked && encryption === undefined}
      />
    </RequestForm>
  );
}
