import { useTranslation } from 'react-i18next';
import type { RegistrationDraft, RegistrationFaults } from '../../desk/registration';
import { CertificateField } from './parts/certificate-field';
import { ChoiceField, DayField, LineField, TextField } from './parts/fields';

interface RegistrationFieldsProps {
  readonly draft: RegistrationDraft;
  readonly faults: RegistrationFaults;
  readonly change: (draft: RegistrationDraft) => void;
}

/** Every field of a registration, each with what is wrong with it. */
export function RegistrationFields({ draft, faults, change }: RegistrationFieldsProps) {
  const { t } = useTranslation('desk-cases', { keyPrefix: 'register' });
  const set = <Name extends keyof RegistrationDraft>(name: Name, value: RegistrationDraft[Name]): void =>
    change({ ...draft, [name]: value });
  const errorOf = (name: keyof RegistrationDraft): string | undefined =>
    faults[name] === undefined ? undefined : t(`fault.${faults[name]}`);
  return (
    <>
      <LineField
        label={t('number')}
        hint={t('number-hint')}
        value={draft.number}
        change={(value) => set('number', value)}
        error={errorOf('number')}
      />
      <TextField
        label={t('main-text')}
        hint={t('main-text-hint')}
        value={draft.mainText}
        change={(value) => set('mainText', value)}
        error={errorOf('mainText')}
      />
      <TextField
        label={t('reason')}
        hint={t('reason-hint')}
        value={draft.reason}
        change={(value) => set('reason', value)}
        error={errorOf('reason')}
      />
      <LineField
        label={t('electors')}
        hint={t('electors-hint')}
        value={draft.electorTotal}
        change={(value) => set('electorTotal', value)}
        error={errorOf('electorTotal')}
      />
      <DayField
        label={t('notice')}
        hint={t('notice-hint')}
        value={draft.noticedOn}
        change={(value) => set('noticedOn', value)}
        error={errorOf('noticedOn')}
      />
      <ChoiceField
        legend={t('mode')}
        value={draft.mode}
        change={(value) => set('mode', value)}
        options={[
          { value: 'number-to-lead', label: t('modes.number-to-lead') },
          { value: 'two-key', label: t('modes.two-key') },
        ]}
      />
      <CertificateField
        label={t('signing')}
        use="signing"
        certificate={draft.signing}
        change={(value) => set('signing', value)}
        isMissing={faults.signing !== undefined}
      />
      <CertificateField
        label={t('encryption')}
        use="encryption"
        certificate={draft.encryption}
        change={(value) => set('encryption', value)}
        isMissing={faults.encryption !== undefined}
      />
    </>
  );
}
