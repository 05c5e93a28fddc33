import { useEffect } from 'react';

/** Moves the focus to the page's heading when this part takes the place of another at the same address. */
export function useFocusedHeading(): void {
  useEffect(() => {
    window.scrollTo(0, 0);
    document.querySelector<HTMLElement>('h1')?.focus();
  }, []);
}
