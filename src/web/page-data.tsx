import { createContext, type ReactNode, useContext } from 'react';

/**
 * What the server wrote into the HTML: answers of the API by the path that they are asked for, such as `/api/v1/cases/9001`. A page
 * shows them at once, also without JavaScript.
 */
export type PageData = Readonly<Record<string, unknown>>;

const Answers = createContext<PageData>({});

/** Hands the server's answers to all pages. */
export function PageDataProvider({
  data,
  children,
}: {
  readonly data: PageData;
  readonly children: ReactNode;
}) {
  return <Answers value={data}>{children}</Answers>;
}

/** The answer that came with the HTML; undefined where the page was reached otherwise, and has to ask. */
export function useGivenAnswer(path: string): unknown {
  return useContext(Answers)[path];
}
