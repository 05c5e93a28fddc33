import { type RefObject, useEffect, useRef } from 'react';

/** Moves the focus to a heading when the part of the page that it heads is shown: whoever chose it by keyboard goes on there. */
export function useFocusOnShow(): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return heading;
}
