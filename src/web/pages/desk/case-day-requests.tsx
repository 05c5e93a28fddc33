import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '../../api/answer';
import type { Approval, DeskApi } from '../../desk/desk-api';
import { useDeskApi } from '../../desk/use-desk-api';
import { DayField, LineField } from './parts/fields';
import { RequestForm } from './parts/request-form';

type DayStep = 'supplement-notice' | 'announcement' | 'final-ruling';

/** Asks for one of the days that two people enter. */
export function DayRequest({ number, step }: { readonly number: string; readonly step: DayStep }) {
  const { t } = useTranslation('desk-cases', { keyPrefix: `steps.${step}` });
  const api = useDeskApi();
  const [day, setDay] = useState('');
  const [isChecked, setChecked] = useState(false);
  return (
    <RequestForm
      action={t('action')}
      check={() => {
        setChecked(true);
        return day !== '';
      }}
      ask={() => askForDay(api, step, number, day)}
    >
      <DayField
        label={t('day')}
        value={day}
        change={setDay}
        error={isChecked && day === '' ? t('missing') : undefined}
      />
    </RequestForm>
  );
}

function askForDay(api: DeskApi, step: DayStep, caseNumber: string, day: string): Promise<Answer<Approval>> {
  const params = { path: { caseNumber } };
  switch (step) {
    case 'supplement-notice':
      return api.ask((client) =>
        client.POST('/api/v1/staff/cases/{caseNumber}/supplement-notice', {
          params,
          body: { noticedOn: day },
        }),
      );
    case 'announcement':
      return api.ask((client) =>
        client.POST('/api/v1/staff/cases/{caseNumber}/announcement', { params, body: { announcedOn: day } }),
      );
    case 'final-ruling':
      return api.ask((client) =>
        client.POST('/api/v1/staff/cases/{caseNumber}/final-ruling', {
          params,
          body: { finalRulingOn: day },
        }),
      );
  }
}

/** Asks for a lawsuit to be entered: the court and its file number. */
export function ReferenceRequest({ number }: { readonly number: string }) {
  const { t } = useTranslation('desk-cases', { keyPrefix: 'steps.hold' });
  const api = useDeskApi();
  const [reference, setReference] = useState('');
  const [isChecked, setChecked] = useState(false);
  const isMissing = reference.trim() === '';
  return (
    <RequestForm
      action={t('action')}
      check={() => {
        setChecked(true);
        return !isMissing;
      }}
      ask={() =>
        api.ask((client) =>
          client.POST('/api/v1/staff/cases/{caseNumber}/hold', {
            params: { path: { caseNumber: number } },
            body: { reference },
          }),
        )
      }
    >
      <LineField
        label={t('reference')}
        hint={t('reference-hint')}
        value={reference}
        change={setReference}
        error={isChecked && isMissing ? t('missing') : undefined}
      />
    </RequestForm>
  );
}
