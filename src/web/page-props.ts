/** What a page is told of its address. */
export interface PageProps {
  readonly params: Readonly<Record<string, string | undefined>>;
}
