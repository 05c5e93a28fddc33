import { useEffect, useEffectEvent, useState } from 'react';
import { useGivenAnswer } from '../page-data';
import type { Answer } from './answer';

/** What a page has to show so far; `again` asks once more. */
export type Loaded<Data> =
  | { readonly kind: 'loading' }
  | { readonly kind: 'loaded'; readonly data: Data }
  | { readonly kind: 'missing' }
  | { readonly kind: 'failed'; readonly again: () => void };

/**
 * The answer that the server wrote into the HTML under this path, else the one that `ask` brings. `ask` is called again when the path
 * changes, not when it is another function. 404 is `missing`.
 */
export function useAnswer<Data>(path: string, ask: () => Promise<Answer<Data>>): Loaded<Data> {
  // The server writes what its API would answer: the same types.
  const given = useGivenAnswer(path) as Data | undefined;
  const [asked, setAsked] = useState<Answer<Data>>();
  const [attempt, setAttempt] = useState(0);
  const askNow = useEffectEvent(ask);
  useEffect(() => {
    if (given !== undefined) return;
    let wanted = true;
    void askNow().then((answer) => {
      if (wanted) setAsked(answer);
    });
    return () => {
      wanted = false;
    };
  }, [given, path, attempt]);
  if (given !== undefined) return { kind: 'loaded', data: given };
  if (asked === undefined) return { kind: 'loading' };
  if (asked.kind === 'answered') return { kind: 'loaded', data: asked.data };
  if (asked.kind === 'refused' && asked.problem.status === 404) return { kind: 'missing' };
  return {
    kind: 'failed',
    again: () => {
      setAsked(undefined);
      setAttempt(attempt + 1);
    },
  };
}
