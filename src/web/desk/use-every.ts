import { useEffect } from 'react';

/** Acts again and again, so many milliseconds apart, while the page is shown; never where they are undefined. `act` must stay the same. */
export function useEvery(act: () => void, milliseconds: number | undefined): void {
  useEffect(() => {
    if (milliseconds === undefined) return;
    const timer = setInterval(() => {
      if (!document.hidden) act();
    }, milliseconds);
    return () => clearInterval(timer);
  }, [act, milliseconds]);
}
