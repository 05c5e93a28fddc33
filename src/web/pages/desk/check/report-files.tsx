import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Check, ReportForm, ReportName } from '../../../desk/check-api';
import { useCheckApi } from '../../../desk/use-check-api';
import { saveFile } from '../../../parts/save-file';
import { ActForm } from '../parts/act-form';
import { ChoiceField } from '../parts/fields';

interface ReportFilesProps {
  readonly caseNumber: string;
  readonly check: Check;
}

const forms = ['pdf', 'ods', 'csv'] as const satisfies readonly ReportForm[];

/** The reports that an office hands up, as files. Nothing while records have no verdict; the announcement once there is a result. */
export function ReportFiles({ caseNumber, check: { phase, electronic } }: ReportFilesProps) {
  const { t } = useTranslation('check', { keyPrefix: 'reports' });
  const api = useCheckApi(caseNumber);
  const [name, setName] = useState<ReportName>('batch');
  const [form, setForm] = useState<ReportForm>('pdf');
  if (electronic === undefined) return null;
  const hasResult = phase === 'answered' || phase === 'published';
  const names: readonly ReportName[] = hasResult
    ? ['batch', 'struck-out', 'result']
    : ['batch', 'struck-out'];
  return (
    <section className="desk-form no-print" aria-labelledby="reports">
      <h2 id="reports">{t('heading')}</h2>
      <p>{t('what')}</p>
      <ActForm
        action={t('action')}
        isPlain
        act={() => api.report(name, form)}
        done={(file) => saveFile(`${caseNumber}-${name}.${form}`, file, file.type)}
      >
        <ChoiceField
          legend={t('which')}
          value={name}
          change={setName}
          options={names.map((value) => ({ value, label: t(`names.${value}`) }))}
        />
        <ChoiceField
          legend={t('form')}
          value={form}
          change={setForm}
          options={forms.map((value) => ({ value, label: t(`forms.${value}`) }))}
        />
      </ActForm>
    </section>
  );
}
