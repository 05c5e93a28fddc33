import { useCallback, useState } from 'react';
import type { Answer } from '../api/answer';
import { type Asked, useAsked } from '../api/use-asked';
import { useEvery } from './use-every';

/** One page of a list, as the API answers it; `next` is what the page after it is asked for with. */
export interface ListPage<Row> {
  readonly rows: readonly Row[];
  readonly next?: string | undefined;
}

/** A list of which one page is here at a time. */
export interface Pages<Row> extends Asked<Answer<ListPage<Row>>> {
  /** Pages before this one. */
  readonly before: number;
  readonly hasMore: boolean;
  readonly back: () => void;
  readonly forward: () => void;
}

interface Way<Ask> {
  readonly ask: Ask;
  /** What each page after the first was asked for with, up to the one shown. */
  readonly places: readonly string[];
}

/**
 * A list that the API hands out in pages: never more than one is kept. `ask` must stay the same from one showing to the next; another `ask`
 * (other words in a filter) begins with the first page. With `every`, the page that is shown is asked for again so many milliseconds apart.
 */
export function usePages<Row>(
  ask: (place: string | undefined) => Promise<Answer<ListPage<Row>>>,
  every?: number,
): Pages<Row> {
  const [way, setWay] = useState<Way<typeof ask>>({ ask, places: [] });
  const places = way.ask === ask ? way.places : [];
  const place = places.at(-1);
  const asked = useAsked(useCallback(() => ask(place), [ask, place]));
  useEvery(asked.askAgain, every);
  const next = asked.answer?.kind === 'answered' ? asked.answer.data.next : undefined;
  return {
    ...asked,
    before: places.length,
    hasMore: next !== undefined,
    back: () => setWay({ ask, places: places.slice(0, -1) }),
    forward: () => {
      if (next !== undefined) setWay({ ask, places: [...places, next] });
    },
  };
}
