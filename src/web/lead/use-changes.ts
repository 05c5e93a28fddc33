import { useSyncExternalStore } from 'react';

/** What changes by itself, and tells those who listen. */
interface Changing<State> {
  readonly subscribe: (listener: () => void) => () => void;
  readonly current: () => State;
}

/** The present state of what changes by itself. */
export function useChanges<State>(changing: Changing<State>): State {
  return useSyncExternalStore(changing.subscribe, changing.current, changing.current);
}
