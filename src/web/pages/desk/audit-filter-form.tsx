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

function ActionField(choice: ChoiceProps) {
  const { t } = useTranslation('desk-office', { keyPrefix: 'audit.filter' });
  const { i18n } = useTranslation('audit-events');
  const names = i18n.getResourceBundle(i18n.language, 'audit-events') as Record<string, string>;
  return (
    <SelectField label={t('action')} any={t('any-action')} options={Object.entries(names)} {...choice} />
  );
}

function ActorField(choice: ChoiceProps) {
  const { t } = useTranslation('desk-office', { keyPrefix: 'audit' });
  const { members } = useColleagues();
  const others = (['system', 'lead'] as const).map((actor) => [actor, t(`actors.${actor}`)] as const);
  const staff = members.map(({ id, name }) => [`staff:${id}`, name] as const);
  return (
    <SelectField
      label={t('filter.actor')}
      any={t('filter.anybody')}
      options={[...others, ...staff]}
      {...choice}
    />
  );
}

interface SelectFieldProps extends ChoiceProps {
  readonly label: string;
  /** What is chosen where it doesn't matter. */
  readonly any: string;
  /** Each value with its name. */
  readonly options: readonly (readonly [value: string, name: string])[];
}

function SelectField({ label, any, options, value, change }: SelectFieldProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={({ target }) => change(target.value)}>
        <option value="">{any}</option>
        {options.map(([each, name]) => (
          <option key={each} value={each}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}
