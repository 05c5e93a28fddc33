import { useTranslation } from 'react-i18next';
import { answerOf } from '../../api/answer';
import { apiIn, type ApiSchemas } from '../../api/client';
import { type Loaded, useAnswer } from '../../api/use-answer';
import type { Language } from '../../language';

/** A confirmed result with its files. */
export type PublicResult = ApiSchemas['ResultView'];

/** The published result of a case: of the round checked last, or of the main one. `missing` until two people have confirmed it. */
export function useResult(caseNumber: string, round?: '1'): Loaded<PublicResult> {
  const { i18n } = useTranslation();
  const query = round === undefined ? '' : `?round=${round}`;
  return useAnswer<PublicResult>(`/api/v1/cases/${caseNumber}/result${query}`, () => {
    const params = { path: { caseNumber }, query: { round } };
    return answerOf(apiIn(i18n.language as Language).GET('/api/v1/cases/{caseNumber}/result', { params }));
  });
}
