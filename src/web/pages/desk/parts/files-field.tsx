import { type ChangeEvent, useId } from 'react';

interface FilesFieldProps {
  readonly label: string;
  readonly hint: string;
  readonly error?: string | undefined;
  readonly choose: (files: readonly File[]) => void;
}

/** Files of the person's machine: chosen, or dragged onto the field together. */
export function FilesField({ label, hint, error, choose }: FilesFieldProps) {
  const id = useId();
  const chosen = ({ target }: ChangeEvent<HTMLInputElement>): void => {
    const files = [...(target.files ?? [])];
    if (files.length > 0) choose(files);
    // The same files can be chosen again, once they were mended.
    target.value = '';
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
        multiple
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
