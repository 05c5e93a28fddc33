import { FieldError, Input, Label, TextField } from 'react-aria-components';

interface ConfirmedTextProps {
  readonly label: string;
  readonly value: string;
  readonly change: (value: string) => void;
  /** What is wrong with the value, once it was looked at. */
  readonly error: string | undefined;
  readonly inputMode?: 'numeric';
}

/** A text that the person types to say that something is meant. */
export function ConfirmedText({ label, value, change, error, inputMode }: ConfirmedTextProps) {
  return (
    <TextField
      className="field"
      value={value}
      onChange={change}
      isInvalid={error !== undefined}
      autoComplete="off"
    >
      <Label>{label}</Label>
      <FieldError>{error}</FieldError>
      <Input spellCheck={false} inputMode={inputMode} />
    </TextField>
  );
}
