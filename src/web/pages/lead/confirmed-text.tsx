import { Input } from 'react-aria-components';
import { FormField } from '../../parts/form-field';

interface ConfirmedTextProps {
  readonly label: string;
  readonly value: string;
  readonly change: (value: string) => void;
  /** What is wrong with the value, once it was looked at. */
  readonly error: string | undefined;
  readonly inputMode?: 'numeric';
}

/** A text that the person types to say that something is meant. */
export function ConfirmedText({ inputMode, ...field }: ConfirmedTextProps) {
  return (
    <FormField {...field}>
      <Input inputMode={inputMode} />
    </FormField>
  );
}
