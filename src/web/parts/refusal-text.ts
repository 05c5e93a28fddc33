import { useTranslation } from 'react-i18next';
import type { Refusal } from '../api/refusal';

/** The texts of those who sign in: each file has `refusal` and `card-form`. */
export type PersonalTexts = 'lead' | 'desk';

/** What happened and what to do, in the page's language: the server's own sentence, or that of the card or of the ceremony. */
export function useRefusalText(texts: PersonalTexts): (refusal: Refusal) => string {
  const { t, i18n } = useTranslation(texts);
  return ({ code, values, sentence }) => {
    if (sentence !== undefined) return sentence;
    return i18n.exists(`${texts}:refusal.${code}`)
      ? i18n.t(`${texts}:refusal.${code}`, values)
      : t('refusal.other', { code });
  };
}
