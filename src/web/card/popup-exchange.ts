import { parseJson } from '../../core/json';
import { fail, ok, type Result } from '../../core/result';
import type { PopupFailureCode } from './card-failure';

/** Where the card program listens, on the person's own machine. */
export const cardProgramOrigin = 'http://localhost:61161';

/** What of a message is looked at. */
export interface PopupMessage {
  readonly data: unknown;
  readonly origin: string;
  readonly source: unknown;
}

/** The card program's window. */
export interface Popup {
  readonly closed: boolean;
  close(): void;
  focus(): void;
  postMessage(message: string, targetOrigin: string): void;
}

/** The page's own window. */
export interface PopupOpener {
  open(url: string, target: string, features: string): Popup | null;
  addEventListener(type: 'message', listener: (event: PopupMessage) => void): void;
  removeEventListener(type: 'message', listener: (event: PopupMessage) => void): void;
}

/** Silence of the window after which the program counts as not running. */
const installedWithin = 3_500;
/** The longest that an operation takes: the person may have to choose a card, and the card to compute. */
const answeredWithin = 180_000;
/** A window tells no other origin when it is closed, so it is looked at. */
const lookEvery = 250;
/** A window that is closed sooner, before it said anything, was closed by the browser. */
const closedByBrowserWithin = 600;

/**
 * One operation of the card program (HiPKI's local sign server): opens its window, hands it the request when it asks for one, and answers
 * what it posts back. Only messages of that very window and of {@link cardProgramOrigin} count, and only there the request is posted, once.
 * Must be called within the person's click, or the browser blocks the window.
 */
export function exchangeByPopup(
  opener: PopupOpener,
  request: string,
  signal?: AbortSignal,
): { readonly answer: Promise<Result<unknown, PopupFailureCode>>; readonly popup: Popup | null } {
  if (signal?.aborted === true) return { answer: Promise.resolve(fail('card-cancelled')), popup: null };
  const popup = opener.open(`${cardProgramOrigin}/popupForm`, '_blank', 'popup,width=480,height=360');
  if (popup === null) return { answer: Promise.resolve(fail('card-popup-blocked')), popup };
  return { answer: new PopupExchange(opener, popup, request, signal).run(), popup };
}

class PopupExchange {
  /** Dropped once it has been posted or can't be any more: it holds the PIN. */
  private request: string | undefined;
  private readonly openedAt = performance.now();
  private readonly ends: (() => void)[] = [];
  private resolve: (result: Result<unknown, PopupFailureCode>) => void = () => undefined;

  constructor(
    private readonly opener: PopupOpener,
    private readonly popup: Popup,
    request: string,
    private readonly signal: AbortSignal | undefined,
  ) {
    this.request = request;
  }

  run(): Promise<Result<unknown, PopupFailureCode>> {
    return new Promise((resolve) => {
      this.resolve = resolve;
      this.opener.addEventListener('message', this.receive);
      this.ends.push(() => this.opener.removeEventListener('message', this.receive));
      this.signal?.addEventListener('abort', this.cancel);
      this.ends.push(() => this.signal?.removeEventListener('abort', this.cancel));
      this.after(installedWithin, () => {
        if (this.request !== undefined) this.end(fail('card-program-not-running'));
      });
      this.after(answeredWithin, () => this.end(fail('card-timed-out')));
      this.after(lookEvery, this.look);
    });
  }

  private readonly receive = ({ data, origin, source }: PopupMessage): void => {
    if (source !== this.popup || origin !== cardProgramOrigin) return;
    if (asksForRequest(data)) this.postRequest();
    else if (this.request === undefined) this.end(ok(data));
    // Whatever comes before the request is no answer to it.
  };

  private postRequest(): void {
    const { request } = this;
    if (request === undefined) return;
    this.request = undefined;
    this.popup.postMessage(request, cardProgramOrigin);
  }

  private readonly cancel = (): void => this.end(fail('card-cancelled'));

  private readonly look = (): void => {
    if (!this.popup.closed) {
      this.after(lookEvery, this.look);
      return;
    }
    const byBrowser = this.request !== undefined && performance.now() - this.openedAt < closedByBrowserWithin;
    // The window posts its answer and closes: the answer may arrive after this look.
    this.after(lookEvery, () => this.end(fail(byBrowser ? 'card-popup-blocked' : 'card-cancelled')));
  };

  private after(milliseconds: number, act: () => void): void {
    const timer = setTimeout(act, milliseconds);
    this.ends.push(() => clearTimeout(timer));
  }

  private end(result: Result<unknown, PopupFailureCode>): void {
    this.request = undefined;
    for (const end of this.ends.splice(0)) end();
    this.popup.close();
    this.resolve(result);
  }
}

function asksForRequest(data: unknown): boolean {
  if (typeof data !== 'string' || data.length > 256) return false;
  const read = parseJson(data, { size: 256, depth: 2 }, (json) => json.member('func').text() === 'getTbs');
  return read.ok && read.value;
}
