import { type ComponentProps, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApiSchemas } from '../../api/client';
import { LineField } from './parts/fields';
import { RequestForm } from './parts/request-form';

interface SwitchFormProps {
  readonly isOn: boolean;
  readonly turn: (
    change: ApiSchemas['CaseSwitchDto'],
  ) => ReturnType<ComponentProps<typeof RequestForm>['ask']>;
}

/** Asks for a switch to be turned on, with the reason that everybody will read, or off again. Needs the texts `desk-office`. */
export function SwitchForm({ isOn, turn }: SwitchFormProps) {
  const { t } = useTranslation('desk-office', { keyPrefix: 'switches' });
  const [reasonZhTW, setChinese] = useState('');
  const [reasonEn, setEnglish] = useState('');
  const [isChecked, setChecked] = useState(false);
  const missing = (text: string): string | undefined =>
    isChecked && text.trim() === '' ? t('missing') : undefined;
  if (isOn) return <RequestForm action={t('turn-off')} ask={() => turn({ on: false })} />;
  return (
    <RequestForm
      action={t('turn-on')}
      isGrave
      check={() => {
        setChecked(true);
        return reasonZhTW.trim() !== '' && reasonEn.trim() !== '';
      }}
      ask={() => turn({ on: true, reasonZhTW, reasonEn })}
    >
      <LineField
        label={t('reason-zh')}
        hint={t('reason-hint')}
        value={reasonZhTW}
        change={setChinese}
        error={missing(reasonZhTW)}
      />
      <LineField label={t('reason-en')} value={reasonEn} change={setEnglish} error={missing(reasonEn)} />
    </RequestForm>
  );
}
