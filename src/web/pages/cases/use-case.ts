import { useTranslation } from 'react-i18next';
import { answerOf } from '../../api/answer';
import { apiIn, type ApiSchemas } from '../../api/client';
import { type Loaded, useAnswer } from '../../api/use-answer';
import type { Language } from '../../language';

/** A public case, and a round of it, as the API answers them. */
export type PublicCase = ApiSchemas['PublicCaseView'];
export type PublicRound = ApiSchemas['PublicRoundView'];

/** The public case of this number: what came with the HTML, else asked for. */
export function useCase(caseNumber: string): Loaded<PublicCase> {
  const { i18n } = useTranslation();
  return useAnswer<PublicCase>(`/api/v1/cases/${caseNumber}`, () =>
    answerOf(
      apiIn(i18n.language as Language).GET('/api/v1/cases/{caseNumber}', {
        params: { path: { caseNumber } },
      }),
    ),
  );
}

/** The round on which one can co-sign today. */
export function collectingRound({ rounds }: PublicCase): PublicRound | undefined {
  return rounds.find(({ collecting }) => collecting);
}
