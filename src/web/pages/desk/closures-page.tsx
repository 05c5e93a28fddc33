import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApiSchemas } from '../../api/client';
import { useMay } from '../../desk/colleagues';
import { useDeskApi } from '../../desk/use-desk-api';
import { Day } from '../../parts/day';
import { DeskPage } from './desk-page';
import { type Column, DataTable } from './parts/data-table';
import { ChoiceField, DayField, LineField } from './parts/fields';
import { RequestForm } from './parts/request-form';
import { WithAnswer } from './parts/with-answer';

type Closure = ApiSchemas['ClosureView'];

/** The days on which the offices are closed, and a form to ask for another to be entered. */
export default function ClosuresPage() {
  const { t } = useTranslation('desk-office', { keyPrefix: 'closures' });
  return (
    <DeskPage heading={t('heading')}>
      <p>{t('what')}</p>
      <Closures />
      <Ask />
    </DeskPage>
  );
}

function Closures() {
  const { t } = useTranslation('desk-office', { keyPrefix: 'closures' });
  const api = useDeskApi();
  const ask = useCallback(() => api.ask((client) => client.GET('/api/v1/closures')), [api]);
  const columns: readonly Column<Closure>[] = [
    { name: 'day', heading: t('columns.day'), kind: 'row-heading', cell: ({ day }) => <Day day={day} /> },
    { name: 'kind', heading: t('columns.kind'), cell: ({ kind }) => t(`kinds.${kind}`) },
    { name: 'reference', heading: t('columns.reference'), cell: ({ reference }) => reference },
    { name: 'area', heading: t('columns.area'), cell: ({ area }) => area ?? t('everywhere') },
  ];
  return (
    <WithAnswer ask={ask}>
      {({ closures }) => (
        <DataTable
          caption={t('caption')}
          columns={columns}
          rows={closures.toReversed()}
          rowKey={({ day, kind, area }) => `${day} ${kind} ${area ?? ''}`}
          empty={t('none')}
        />
      )}
    </WithAnswer>
  );
}

function Ask() {
  const { t } = useTranslation('desk-office', { keyPrefix: 'closures' });
  const api = useDeskApi();
  const [day, setDay] = useState('');
  const [kind, setKind] = useState<Closure['kind']>('natural-disaster');
  const [reference, setReference] = useState('');
  const [area, setArea] = useState('');
  const [isChecked, setChecked] = useState(false);
  const missing = (text: string): string | undefined =>
    isChecked && text.trim() === '' ? t('missing') : undefined;
  if (!useMay('registrar')) return null;
  return (
    <section className="desk-form" aria-labelledby="ask">
      <h2 id="ask">{t('ask.heading')}</h2>
      <p>{t('ask.what')}</p>
      <RequestForm
        action={t('ask.action')}
        check={() => {
          setChecked(true);
          return day !== '' && reference.trim() !== '';
        }}
        ask={() => {
          const body = { day, kind, reference, ...(area.trim() === '' ? {} : { area }) };
          return api.ask((client) => client.POST('/api/v1/staff/closures', { body }));
        }}
      >
        <DayField label={t('columns.day')} value={day} change={setDay} error={missing(day)} />
        <ChoiceField
          legend={t('columns.kind')}
          value={kind}
          change={setKind}
          options={[
            { value: 'natural-disaster', label: t('kinds.natural-disaster') },
            { value: 'holiday', label: t('kinds.holiday') },
          ]}
        />
        <LineField
          label={t('columns.reference')}
          hint={t('ask.reference')}
          value={reference}
          change={setReference}
          error={missing(reference)}
        />
        <LineField label={t('ask.area')} value={area} change={setArea} />
      </RequestForm>
    </section>
  );
}
