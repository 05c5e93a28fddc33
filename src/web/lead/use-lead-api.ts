import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '../language';
import { LeadApi } from './lead-api';

/** The API in the language of the page. */
export function useLeadApi(): LeadApi {
  const { i18n } = useTranslation();
  return useMemo(() => new LeadApi(i18n.language as Language), [i18n.language]);
}
