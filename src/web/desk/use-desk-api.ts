import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '../language';
import { DeskApi } from './desk-api';

/** The API in the language of the page. */
export function useDeskApi(): DeskApi {
  const { i18n } = useTranslation();
  return useMemo(() => new DeskApi(i18n.language as Language), [i18n.language]);
}
