import type { ReactNode } from 'react';
import type { Answer } from '../../../api/answer';
import { refusalOf } from '../../../api/refusal';
import { useAsked } from '../../../api/use-asked';
import { Loading, Refused } from '../../../parts/asked';

interface WithAnswerProps<Data> {
  /** Must stay the same from one showing to the next. */
  readonly ask: () => Promise<Answer<Data>>;
  /** `askAgain` is for after something has changed; until the new answer is here, the old one stays. */
  readonly children: (data: Data, askAgain: () => void) => ReactNode;
}

/** Asks the API for something and shows what is made of it; or what went wrong, with a way to try again. */
export function WithAnswer<Data>({ ask, children }: WithAnswerProps<Data>) {
  const { answer, askAgain } = useAsked(ask);
  if (answer === undefined) return <Loading />;
  if (answer.kind === 'answered') return children(answer.data, askAgain);
  return <Refused texts="desk" refusal={refusalOf(answer)} again={askAgain} />;
}
