import { useState } from 'react';
import { type Answer } from '../api/answer';
import { type Refusal, refusalOf } from '../api/refusal';
import { useAsked } from '../api/use-asked';
import { useEvery } from './use-every';

/** What is asked for again and again while a page shows it. */
export interface Followed<Data> {
  /** The last answer that came; it stays while the server can't be reached. */
  readonly data: Data | undefined;
  /** Why the last question brought none. */
  readonly refusal: Refusal | undefined;
  readonly askAgain: () => void;
}

/**
 * Asks at once, then every so many milliseconds (once where it says undefined), and no longer than the page is shown; not while it is hidden. `ask` must stay the same
 * from one showing to the next.
 */
export function useFollowed<Data>(
  ask: () => Promise<Answer<Data>>,
  everyMilliseconds: (data: Data | undefined) => number | undefined,
): Followed<Data> {
  const { answer, askAgain } = useAsked(ask);
  const [data, setData] = useState<Data>();
  if (answer?.kind === 'answered' && answer.data !== data) setData(answer.data);
  useEvery(askAgain, everyMilliseconds(data));
  const failed = answer !== undefined && answer.kind !== 'answered';
  return { data, refusal: failed ? refusalOf(answer) : undefined, askAgain };
}
