import { useEffect, useRef } from 'react';

/**
 * Moves the focus to the page's heading when somebody has signed in or out at this address, not when the page comes, and only where what had
 * the focus is gone.
 */
export function useHeadingAfterSignIn(isSignedIn: boolean): void {
  const before = useRef(isSignedIn);
  useEffect(() => {
    if (before.current === isSignedIn) return;
    before.current = isSignedIn;
    window.scrollTo(0, 0);
    const { activeElement, body } = document;
    if (activeElement === null || activeElement === body) document.querySelector<HTMLElement>('h1')?.focus();
  }, [isSignedIn]);
}
