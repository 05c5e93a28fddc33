import { type RefObject, useEffect, useRef } from 'react';

/** Moves the focus to a heading, or a notice, when the part of the page that it begins is shown: whoever chose it by keyboard goes on there. */
export function useFocusOnShow<Kind extends HTMLElement = HTMLHeadingElement>(): RefObject<Kind | null> {
  const first = useRef<Kind>(null);
  useEffect(() => first.current?.focus(), []);
  return first;
}
