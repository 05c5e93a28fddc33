import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '../../../api/answer';
import { useFollowed } from '../../../desk/use-followed';
import { Loading, Refused } from '../../../parts/asked';

interface WithFollowedProps<Data> {
  /** Must stay the same from one showing to the next. */
  readonly ask: () => Promise<Answer<Data>>;
  /** Milliseconds until it is asked for again; undefined where it stays as it is. */
  readonly every: (data: Data | undefined) => number | undefined;
  readonly children: (data: Data, askAgain: () => void) => ReactNode;
}

/**
 * Shows what is made of an answer, and asks for it again and again, since others change it. While the server can't be reached, the last answer stays,
 * and the page says so.
 */
export function WithFollowed<Data>({ ask, every, children }: WithFollowedProps<Data>) {
  const { t } = useTranslation('desk');
  const { data, refusal, askAgain } = useFollowed(ask, every);
  if (data === undefined)
    return refusal === undefined ? <Loading /> : <Refused texts="desk" refusal={refusal} again={askAgain} />;
  return (
    <>
      {refusal === undefined ? null : (
        <p className="notice wrong" role="alert">
          {t('page.not-reached')}
        </p>
      )}
      {children(data, askAgain)}
    </>
  );
}
