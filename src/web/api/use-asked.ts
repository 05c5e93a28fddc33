import { useCallback, useEffect, useState } from 'react';

/** What was asked, as far as it has come. */
export interface Asked<Answer> {
  /** The latest answer; undefined until the first. */
  readonly answer: Answer | undefined;
  readonly isAsking: boolean;
  /** Whether the answer has taken the place of an earlier one. */
  readonly isRenewed: boolean;
  readonly askAgain: () => void;
}

/** Asks as soon as the page is shown, and again when told. `ask` must stay the same from one showing to the next. */
export function useAsked<Answer>(ask: () => Promise<Answer>): Asked<Answer> {
  const [times, setTimes] = useState(0);
  const [answered, setAnswered] = useState<{ readonly answer: Answer; readonly times: number }>();
  useEffect(() => {
    let wanted = true;
    void ask().then((answer) => {
      if (wanted) setAnswered({ answer, times });
    });
    return () => {
      wanted = false;
    };
  }, [ask, times]);
  const askAgain = useCallback(() => setTimes((before) => before + 1), []);
  return {
    answer: answered?.answer,
    isAsking: answered?.times !== times,
    isRenewed: answered !== undefined && answered.times > 0,
    askAgain,
  };
}
