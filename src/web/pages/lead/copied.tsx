import { useState } from 'react';
import { useTranslation } from 'react-i18next';

/** A button that copies a text, and says that it did. */
export function Copied({ text, action }: { readonly text: string; readonly action: string }) {
  const { t } = useTranslation('lead', { keyPrefix: 'copied' });
  const [outcome, setOutcome] = useState<'done' | 'refused'>();
  const copy = (): void => {
    navigator.clipboard.writeText(text).then(
      () => setOutcome('done'),
      () => setOutcome('refused'),
    );
  };
  return (
    <p>
      <button type="button" className="button" onClick={copy}>
        {action}
      </button>
      <span role="status">{outcome === undefined ? null : t(outcome)}</span>
    </p>
  );
}
