import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { encodeBase64 } from '../../../core/encodings.js';
import type { NamedCertificate } from '../../card/named-certificate';
import type { StaffRole } from '../../desk/desk-session';
import { useDeskApi } from '../../desk/use-desk-api';
import { CertificateField } from './parts/certificate-field';
import { LineField } from './parts/fields';
import { RequestForm } from './parts/request-form';
import { RoleChoices } from './role-names';

/** Asks for somebody to become a member: their name, the signing certificate of their card, and their roles. */
export function MemberAddForm() {
  const { t } = useTranslation('desk-office', { keyPrefix: 'members.add' });
  const api = useDeskApi();
  const [name, setName] = useState('');
  const [certificate, setCertificate] = useState<NamedCertificate>();
  const [roles, setRoles] = useState<readonly StaffRole[]>([]);
  const [isChecked, setChecked] = useState(false);
  return (
    <section className="desk-form" aria-labelledby="add">
      <h2 id="add">{t('heading')}</h2>
      <p>{t('what')}</p>
      <RequestForm
        action={t('action')}
        check={() => {
          setChecked(true);
          return name.trim() !== '' && certificate !== undefined && roles.length > 0;
        }}
        ask={() => {
          const der = certificate?.der ?? new Uint8Array();
          const body = { name, roles: [...roles], certificate: encodeBase64(der) };
          return api.ask((client) => client.POST('/api/v1/staff/members', { body }));
        }}
      >
        <LineField
          label={t('name')}
          value={name}
          change={setName}
          error={isChecked && name.trim() === '' ? t('name-missing') : undefined}
        />
        <CertificateField
          label={t('certificate')}
          use="signing"
          certificate={certificate}
          change={setCertificate}
          isMissing={isChecked && certificate === undefined}
        />
        <RoleChoices roles={roles} change={setRoles} />
        {isChecked && roles.length === 0 ? (
          <p className="status-word wrong" role="alert">
            {t('roles-missing')}
          </p>
        ) : null}
      </RequestForm>
    </section>
  );
}
