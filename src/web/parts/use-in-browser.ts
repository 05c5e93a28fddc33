import { useSyncExternalStore } from 'react';

/**
 * False in the HTML that the server writes, true once the browser has taken it over. A form that works by script alone is shown from then
 * on: earlier, what is typed would be lost, and the browser would send the form by itself.
 */
export function useInBrowser(): boolean {
  return useSyncExternalStore(
    nothingToTell,
    () => true,
    () => false,
  );
}

const nothingToTell = () => () => undefined;
