/** Who tells the story to whoever watches. */
export interface Narrator {
  /** A new chapter begins. */
  chapter(zhTW: string, en: string): void;
  /** Something happened. */
  say(zhTW: string, en: string): void;
  /** `done` of `total` attempts have been made. */
  progress(done: number, total: number): void;
}
