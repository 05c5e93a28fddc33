import { useEffect, useRef } from 'react';

/** Moves the focus to the page's heading when somebody has signed in or out at this address, not when the page comes. */
export function useHeadingAfterSignIn(isSignedIn: boolean): void {
  const before = useRef(isSignedIn);
  useEffect(() => {
    if (before.current === isSignedIn) return;
    before.current = isSignedIn;
    window.scrollTo(0, 0);
    document.querySelector<HTMLElement>('h1')?.focus();
  }, [isSignedIn]);
}
