import {
  cardProgramOrigin,
  type Popup,
  type PopupMessage,
  type PopupOpener,
} from '../../../../src/web/card/popup-exchange';

/** The text with which the card program asks for the request. */
export const getTbs = '{"func":"getTbs"}';

/** The card program's window, as a page sees it. */
export class FakePopup implements Popup {
  closed = false;
  /** How often the page brought it to the front. */
  focused = 0;
  readonly posted: { readonly message: string; readonly targetOrigin: string }[] = [];

  constructor(private readonly opener: FakeWindow) {}

  close(): void {
    this.closed = true;
  }

  focus(): void {
    this.focused += 1;
  }

  postMessage(message: string, targetOrigin: string): void {
    this.posted.push({ message, targetOrigin });
  }

  /** Posts a message to the page, as the card program does unless something is changed. */
  says(data: unknown, changed: Partial<PopupMessage> = {}): void {
    this.opener.deliver({ data, origin: cardProgramOrigin, source: this, ...changed });
  }

  /** The request that the page posted, as the card program reads it: the field of a form. Throws where there is not exactly one. */
  request(): Readonly<Record<string, string>> {
    const [only, ...others] = this.posted;
    if (only === undefined || others.length > 0) throw new Error('not exactly one request');
    const field = new URLSearchParams(`tbsPackage=${only.message}`).get('tbsPackage') ?? '';
    return JSON.parse(field) as Readonly<Record<string, string>>;
  }
}

/** The page's own window, and all windows that it opened. */
export class FakeWindow implements PopupOpener {
  readonly opened: { readonly url: string; readonly popup: FakePopup }[] = [];
  /** Whether the browser opens no window. */
  blocks = false;
  /** Is told each window that opens, once the page listens to it. */
  onOpen: (popup: FakePopup) => void = () => undefined;
  private readonly listeners = new Set<(event: PopupMessage) => void>();

  get listenerCount(): number {
    return this.listeners.size;
  }

  /** The window opened last. */
  get popup(): FakePopup {
    const last = this.opened.at(-1);
    if (last === undefined) throw new Error('no window was opened');
    return last.popup;
  }

  open(url: string): Popup | null {
    if (this.blocks) return null;
    const popup = new FakePopup(this);
    this.opened.push({ url, popup });
    void Promise.resolve().then(() => {
      this.onOpen(popup);
    });
    return popup;
  }

  addEventListener(_type: 'message', listener: (event: PopupMessage) => void): void {
    this.listeners.add(listener);
  }

  removeEventListener(_type: 'message', listener: (event: PopupMessage) => void): void {
    this.listeners.delete(listener);
  }

  deliver(message: PopupMessage): void {
    for (const listener of [...this.listeners]) listener(message);
  }
}
