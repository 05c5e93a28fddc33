import { type SyntheticEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type AuditFilter, everything } from '../../desk/audit-search';
import { useColleagues } from '../../desk/colleagues';
import { DayField, LineField } from './parts/fields';

/** What is wanted of the log. Nothing is asked before the button is pressed. */
export function AuditFilterForm({ apply }: { readonly apply: (filter: AuditFilter) => void }) {
  const { t } = useTranslation('desk-office', { keyPrefix: 'audit.filter' });
  const [filter, setFilter] = useState(everything);
  const set = (name: keyof AuditFilter) => (value: string) => setFilter({ ...filter, [name]: value });
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    apply({ ...filter });
  };
  return (
    <form className="desk-filter no-print" onSubmit={submit} noValidate>
      <ActionField value={filter.action} change={set('action')} />
      <ActorField value={filter.actor} change={set('actor')} />
      <LineField label={t('case')} value={filter.case} change={set('case')} />
      <DayField label={t('from')} value={filter.from} change={set('from')} />
      <DayField label={t('until')} value={filter.until} change={set('until')} />
      <p>
        <button type="submit" className="button primary">
          {t('apply')}
        </button>
        <button
          type="button"
          className="button"
          onClick={() => {
            setFilter(everything);
            apply({ ...everything });
          }}
        >
          {t('clear')}
        </button>
      </p>
    </form>
  );
}

interface ChoiceProps {
  readonly value: string;
  readonly change: (value: string) => void;
}

function ActionField({ value, change }: ChoiceProps) {
  const { t } = useTranslation('desk-office', { keyPrefix: 'audit.filter' });
  const { i18n } = useTranslation('audit-events');
  const names = Object.entries(
    i18n.getResourceBundle(i18n.language, 'audit-events') as Record<string, string>,
  );
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{t('action')}</label>
      <select id={id} value={value} onChange={({ target }) => change(target.value)}>
        <option value="">{t('any-action')}</option>
        {names.map(([action, name]) => (
          <option key={action} value={action}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}

function ActorField({ value, change }: ChoiceProps) {
  const { t } = useTranslation('desk-office', { keyPrefix: 'audit' });
  const { members } = useColleagues();
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{t('filter.actor')}</label>
      <select id={id} value={value} onChange={({ target }) => change(target.value)}>
        <option value="">{t('filter.anybody')}</option>
        <option value="system">{t('actors.system')}</option>
        <option value="lead">{t('actors.lead')}</option>
        {members.map((member) => (
          <option key={member.id} value={`staff:${member.id}`}>
            {member.name}
          </option>
        ))}
      </select>
    </div>
  );
}
