import type { CardServer } from '../../../src/devkit/index.js';

/** What a card program answers. */
export type CardAnswer = Readonly<Record<string, unknown>> & {
  readonly ret_code: number;
  readonly last_error: number;
};

/** What the person chooses in the popup. */
interface Choice {
  /** The page's, if it is not {@link siteOrigin}. */
  readonly origin?: string;
  readonly card?: string;
  readonly cancelled?: boolean;
}

/** The origin of the page that opens popups. */
export const siteOrigin = 'https://connect.example.gov.tw';

/** Opens a popup as a browser does, and returns the token in its page. */
export async function popupToken({ origin }: Pick<CardServer, 'origin'>): Promise<string> {
  const page = await (await fetch(`${origin}/popupForm`)).text();
  const token = /data-token="([\w-]+)"/.exec(page)?.[1];
  if (token === undefined) throw new Error('a popup without a token');
  return token;
}

/** Posts what the popup's script posts for a page's request. */
export async function post(
  { origin }: Pick<CardServer, 'origin'>,
  body: unknown,
  headers: Readonly<Record<string, string>>,
): Promise<Response> {
  return fetch(`${origin}/popupForm`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin, ...headers },
    body: JSON.stringify(body),
  });
}

/** One popup: a page's request (an object is sent as a page should send it, percent-encoded) and the answer that the page gets. */
export async function askCard(
  server: Pick<CardServer, 'origin'>,
  request: unknown,
  choice: Choice = {},
): Promise<CardAnswer> {
  const token = await popupToken(server);
  const text = typeof request === 'object' ? JSON.stringify(encoded(request)) : request;
  const answer = await post(
    server,
    { origin: siteOrigin, request: text, ...choice },
    { 'x-popup-token': token },
  );
  if (answer.status !== 200) throw new Error(`HTTP ${String(answer.status)}`);
  return (await answer.json()) as CardAnswer;
}

function encoded(request: object | null): object {
  return Object.fromEntries(
    Object.entries(request ?? {}).map(([name, value]) => [
      name,
      typeof value === 'string' ? encodeURIComponent(value) : (value as unknown),
    ]),
  );
}
