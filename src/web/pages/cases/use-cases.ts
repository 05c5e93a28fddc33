import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf } from '../../api/answer';
import { apiIn, type ApiSchemas } from '../../api/client';
import { type Loaded, useAnswer } from '../../api/use-answer';
import type { Language } from '../../language';

/** The cases so far, and how to have more; undefined where there are none. */
export interface ShownCases {
  readonly entries: readonly ApiSchemas['PublicCaseEntryView'][];
  readonly more: (() => void) | undefined;
  /** What became of asking for more. */
  readonly asked: 'nothing' | 'asking' | 'unanswered';
}

/** The public cases, or the rehearsals, page after page: the first came with the HTML. */
export function useCases(rehearsals = false): Loaded<ShownCases> {
  const { i18n } = useTranslation();
  const ask = (after?: string) =>
    answerOf(
      apiIn(i18n.language as Language).GET('/api/v1/cases', {
        params: { query: rehearsals ? { rehearsals, after } : { after } },
      }),
    );
  const first = useAnswer<ApiSchemas['PublicCaseList']>(
    rehearsals ? '/api/v1/cases?rehearsals=true' : '/api/v1/cases',
    ask,
  );
  const [later, setLater] = useState<readonly ApiSchemas['PublicCaseList'][]>([]);
  const [asked, setAsked] = useState<ShownCases['asked']>('nothing');
  if (first.kind !== 'loaded') return first;
  const lists = [first.data, ...later];
  const next = lists.at(-1)?.next;
  const more = async (): Promise<void> => {
    if (asked === 'asking') return;
    setAsked('asking');
    const answer = await ask(next);
    setAsked(answer.kind === 'answered' ? 'nothing' : 'unanswered');
    if (answer.kind === 'answered') setLater([...later, answer.data]);
  };
  return {
    kind: 'loaded',
    data: {
      entries: lists.flatMap(({ cases }) => cases),
      more: next === undefined ? undefined : () => void more(),
      asked,
    },
  };
}
