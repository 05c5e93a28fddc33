import { useMemo } from 'react';
import { CheckApi } from './check-api';
import { useDeskApi } from './use-desk-api';

/** The API of one case's check, in the language of the page. */
export function useCheckApi(caseNumber: string): CheckApi {
  const api = useDeskApi();
  return useMemo(() => new CheckApi(api, caseNumber), [api, caseNumber]);
}
