import { createContext, runInContext } from 'node:vm';
import { describe, expect, it } from '@jest/globals';
import { renderPopupPage } from '../../../src/devkit/card-server/popup-page.js';
import type { PopupBehaviour } from '../../../src/devkit/index.js';
import { siteOrigin } from '../../support/card-server/popup.js';

type Listener = (event: object) => void;

/** What stands in for one window, as far as the popup's script knows it. */
class FakeTarget {
  readonly listeners = new Map<string, Listener>();
  hidden = false;
  value = 'expired';
  addEventListener(type: string, listener: Listener): void {
    this.listeners.set(type, listener);
  }
  removeEventListener(type: string, listener: Listener): void {
    if (this.listeners.get(type) === listener) this.listeners.delete(type);
  }
  focus(): void {
    this.listeners.get('focus')?.({});
  }
}

/** The popup, with the script of its page, in a browser that is made of nothing else. */
class FakePopup {
  readonly posted: [message: string, origin: string][] = [];
  readonly asked: { headers: Record<string, string>; body: Record<string, unknown> }[] = [];
  readonly waits: number[] = [];
  closed = false;
  readonly opener = { postMessage: (message: string, origin: string) => this.posted.push([message, origin]) };
  readonly window = new FakeTarget();
  private readonly elements = new Map<string, FakeTarget>();

  constructor(
    private readonly answer: () => Promise<{ ok: boolean; text(): Promise<string> }>,
    options: { behaviour?: PopupBehaviour; choose?: true; orphan?: true } = {},
  ) {
    const { behaviour, choose, orphan } = options;
    const cards = choose === true ? [{ name: 'expired', description: '<林>' }] : [];
    const page = renderPopupPage({ token: 'token', cards, behaviour });
    const data = /<body ([^>]*)>/.exec(page)?.[1] ?? '';
    const script = /<script>([\s\S]*)<\/script>/.exec(page)?.[1] ?? '';
    const dataset: Readonly<Record<string, string>> = Object.fromEntries(
      [...data.matchAll(/data-(\w+)(?:="([^"]*)")?/g)].map(([, name = '', value = '']): [string, string] => [
        name,
        value,
      ]),
    );
    const window = Object.assign(this.window, {
      opener: orphan === true ? null : this.opener,
      close: () => (this.closed = true),
    });
    const document = { body: { dataset }, getElementById: (id: string) => this.element(id) };
    const fetch = (_path: string, { headers, body }: { headers: Record<string, string>; body: string }) => {
      this.asked.push({ headers, body: JSON.parse(body) as Record<string, unknown> });
      return this.answer();
    };
    const setTimeout = (done: () => void, milliseconds: number) => {
      this.waits.push(milliseconds);
      done();
    };
    runInContext(script, createContext({ window, document, fetch, setTimeout, JSON, Promise }));
  }

  element(id: string): FakeTarget {
    const known = this.elements.get(id) ?? new FakeTarget();
    this.elements.set(id, known);
    return known;
  }

  /** The parts of the page that can be seen. */
  get shown(): string[] {
    return ['waiting', 'choosing', 'working', 'alone'].filter((id) => !this.element(id).hidden);
  }

  async receive(event: object): Promise<void> {
    this.window.listeners.get('message')?.(event);
    await settled();
  }

  request(data: unknown = 'request', origin = siteOrigin): Promise<void> {
    return this.receive({ data, origin, source: this.opener });
  }
}

/** Lets everything that waits for nothing from outside go on. */
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
const answering = (text: string) => (): Promise<{ ok: boolean; text(): Promise<string> }> =>
  Promise.resolve({ ok: true, text: () => Promise.resolve(text) });
const getTbs: [string, string] = ['{"func":"getTbs"}', '*'];
const timedOut = '{"ret_code":1979711501,"last_error":0}';

describe('the popup', () => {
  it('asks for the request, passes it on with the page’s origin, answers that origin and closes', async () => {
    const popup = new FakePopup(answering('{"ret_code":0}'));
    expect(popup.posted).toEqual([getTbs]);
    expect(popup.shown).toEqual(['waiting']);
    await popup.request('{"func":"GetUserCert"}');
    expect(popup.asked).toEqual([
      {
        headers: { 'content-type': 'application/json', 'x-popup-token': 'token' },
        body: { origin: siteOrigin, request: '{"func":"GetUserCert"}' },
      },
    ]);
    expect(popup.posted).toEqual([getTbs, ['{"ret_code":0}', siteOrigin]]);
    expect(popup.closed).toBe(true);
  });

  it.each<[string, (popup: FakePopup) => object]>([
    ['another window', () => ({ data: 'request', origin: siteOrigin, source: {} })],
    ['no window', () => ({ data: 'request', origin: siteOrigin, source: null })],
    ['a page without an origin', ({ opener }) => ({ data: 'request', origin: 'null', source: opener })],
  ])('ignores %s', async (_who, event) => {
    const popup = new FakePopup(answering('{}'));
    await popup.receive(event(popup));
    expect([popup.asked, popup.posted, popup.closed]).toEqual([[], [getTbs], false]);
    await popup.request();
    expect(popup.closed).toBe(true);
  });

  it('serves one request', async () => {
    const popup = new FakePopup(answering('{}'));
    await popup.request();
    await popup.request();
    expect(popup.asked).toHaveLength(1);
  });

  it('says that the card works while it waits', async () => {
    const popup = new FakePopup(() => new Promise(() => undefined));
    await popup.request();
    expect([popup.shown, popup.closed]).toEqual([['working'], false]);
  });

  it.each<[string, () => Promise<{ ok: boolean; text(): Promise<string> }>]>([
    ['refuses', () => Promise.resolve({ ok: false, text: () => Promise.resolve('') })],
    ['has gone away', () => Promise.reject(new TypeError('fetch failed'))],
  ])('says “timed out” when the server %s', async (_what, answer) => {
    const popup = new FakePopup(answer);
    await popup.request();
    expect(popup.posted).toEqual([getTbs, [timedOut, siteOrigin]]);
  });

  it('lets the person choose the card', async () => {
    const popup = new FakePopup(answering('{}'), { choose: true });
    await popup.request();
    expect([popup.shown, popup.asked]).toEqual([['choosing'], []]);
    let prevented = false;
    popup.element('choosing').listeners.get('submit')?.({ preventDefault: () => (prevented = true) });
    await settled();
    expect(prevented).toBe(true);
    expect(popup.asked[0]?.body).toEqual({ origin: siteOrigin, request: 'request', card: 'expired' });
  });

  it('lets the person cancel', async () => {
    const popup = new FakePopup(answering('{}'), { choose: true });
    await popup.request();
    popup.element('cancel').listeners.get('click')?.({});
    await settled();
    expect(popup.asked[0]?.body).toEqual({ origin: siteOrigin, request: 'request', cancelled: true });
  });

  it('says what to do where no site opened it', () => {
    const popup = new FakePopup(answering('{}'), { orphan: true });
    expect([popup.shown, popup.posted]).toEqual([['alone'], []]);
  });

  it('escapes what it shows', () => {
    const card = { name: '"><script>', description: '<b>&' };
    const page = renderPopupPage({ token: 'token', cards: [card], behaviour: undefined });
    expect(page).toContain('<option value="&quot;&gt;&lt;script&gt;">&lt;b&gt;&amp;</option>');
  });
});

describe('a popup that behaves badly', () => {
  it.each<[PopupBehaviour, { posted: [string, string][]; closed: boolean; asked: number; waits: number[] }]>([
    ['silent', { posted: [], closed: false, asked: 0, waits: [] }],
    ['closed', { posted: [getTbs], closed: true, asked: 0, waits: [] }],
    ['never-answers', { posted: [getTbs], closed: false, asked: 0, waits: [] }],
    ['not-json', { posted: [getTbs, ['card program', siteOrigin]], closed: true, asked: 0, waits: [] }],
    ['slow', { posted: [getTbs, ['{}', siteOrigin]], closed: true, asked: 1, waits: [5000] }],
  ])('%s', async (behaviour, expected) => {
    const popup = new FakePopup(answering('{}'), { behaviour });
    if (behaviour !== 'silent') await popup.request();
    const { posted, closed, asked, waits } = popup;
    expect({ posted, closed, asked: asked.length, waits }).toEqual(expected);
  });
});
