import type { ReactNode } from 'react';
import { FieldError, Label, Text, TextField } from 'react-aria-components';

interface FormFieldProps {
  readonly label: string;
  readonly value: string;
  readonly change: (value: string) => void;
  /** What is wrong with the value, once it was looked at. */
  readonly error: string | undefined;
  /** What it is for, where the label does not say it all. */
  readonly hint?: string;
  /** The `Input` or `TextArea`. */
  readonly children: ReactNode;
}

/** A field that a person types into: its label, what is wrong with it, and what it is for, tied to it. */
export function FormField({ label, value, change, error, hint, children }: FormFieldProps) {
  return (
    <TextField
      className="field"
      value={value}
      onChange={change}
      isInvalid={error !== undefined}
      validationBehavior="aria"
      autoComplete="off"
      spellCheck="false"
    >
      <Label>{label}</Label>
      <FieldError>{error}</FieldError>
      {children}
      {hint === undefined ? null : <Text slot="description">{hint}</Text>}
    </TextField>
  );
}
