import { Input, TextArea } from 'react-aria-components';
import { type ChangeEvent, useId } from 'react';
import { FormField } from '../../../parts/form-field';

interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly change: (value: string) => void;
  /** What is wrong with the value, once it was looked at. */
  readonly error?: string | undefined;
  readonly hint?: string | undefined;
}

/** A line of text. */
export function LineField({ error, hint, ...field }: FieldProps) {
  return (
    <FormField {...field} error={error} {...(hint === undefined ? {} : { hint })}>
      <Input />
    </FormField>
  );
}

/** A text of several lines. */
export function TextField({ error, hint, ...field }: FieldProps) {
  return (
    <FormField {...field} error={error} {...(hint === undefined ? {} : { hint })}>
      <TextArea />
    </FormField>
  );
}

/** A Taipei day, `YYYY-MM-DD`. */
export function DayField({ error, hint, ...field }: FieldProps) {
  return (
    <FormField {...field} error={error} {...(hint === undefined ? {} : { hint })}>
      <Input type="date" className="short" />
    </FormField>
  );
}

interface ChoiceFieldProps<Value extends string> {
  readonly legend: string;
  readonly value: Value;
  readonly change: (value: Value) => void;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
}

/** One of several. */
export function ChoiceField<Value extends string>({
  legend,
  value,
  change,
  options,
}: ChoiceFieldProps<Value>) {
  const name = useId();
  return (
    <fieldset className="choices">
      <legend>{legend}</legend>
      {options.map((option) => (
        <label key={option.value} className="choice">
          <input
            type="radio"
            name={name}
            checked={option.value === value}
            onChange={() => change(option.value)}
          />
          {option.label}
        </label>
      ))}
    </fieldset>
  );
}

interface FileFieldProps {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  /** Endings of names, such as `.pem,.cer`. */
  readonly accept?: string;
  readonly choose: (file: File) => void;
}

/** A file of the person's machine: chosen, or dragged onto the field. */
export function FileField({ label, hint, error, accept, choose }: FileFieldProps) {
  const id = useId();
  const chosen = ({ target }: ChangeEvent<HTMLInputElement>): void => {
    const [file] = target.files ?? [];
    if (file !== undefined) choose(file);
  };
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <span className="error" id={`${id}-error`} role="alert">
        {error}
      </span>
      <input
        id={id}
        type="file"
        accept={accept}
        aria-describedby={`${id}-hint ${id}-error`}
        aria-invalid={error !== undefined}
        onChange={chosen}
      />
      <span className="hint" id={`${id}-hint`}>
        {hint}
      </span>
    </div>
  );
}
