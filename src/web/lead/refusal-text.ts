import { useTranslation } from 'react-i18next';
import type { Refusal } from './lead-api';

/** What happened and what to do, in the page's language: the server's own sentence, or that of the card or of the ceremony. */
export function useRefusalText(): (refusal: Refusal) => string {
  const { t, i18n } = useTranslation('lead');
  return ({ code, values, sentence }) => {
    if (sentence !== undefined) return sentence;
    return i18n.exists(`lead:refusal.${code}`)
      ? i18n.t(`lead:refusal.${code}`, values)
      : t('refusal.other', { code });
  };
}
