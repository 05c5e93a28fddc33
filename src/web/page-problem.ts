/** Why the server could not write a page, and what to do, in the page's language. */
export interface PageProblem {
  readonly title: string;
  readonly detail: string;
}

/** Where it lies among the answers that come with the HTML. It is asked for nowhere. */
export const problemPath = 'problem';
