import { useEffect } from 'react';

/** While `needed`, the browser asks before it closes or reloads the page: an answer is still expected. */
export function useKeepOpen(needed: boolean): void {
  useEffect(() => {
    if (!needed) return;
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [needed]);
}
