import type { Card } from '../core/cms/index.js';
import { renderSignIn, type SealingMode } from '../core/statement/index.js';
import type { Language } from '../messages/index.js';
import { OperatorError } from './failure.js';
import { interrupted } from './interruption.js';

/** The lead's case, as far as an export needs it. */
export interface LeadCaseAnswer {
  readonly mode: SealingMode;
}

/** A page of sealed records from the API. Bytes are in base64. */
export interface RecordPageAnswer {
  readonly round: 1 | 2;
  readonly publicKey: string;
  readonly wrappedKey: string;
  readonly keyStatement: string;
  readonly records: readonly { readonly commitment: string; readonly record: string }[];
  readonly next?: string;
}

/** A refusal by the server. `sentence` is the server's text, in the requested language. */
export class ServerRefusal extends Error {
  override readonly name = 'ServerRefusal';

  constructor(
    readonly code: string,
    readonly sentence: string,
  ) {
    super(code);
  }
}

/** How to connect to the platform. */
interface Connection {
  readonly server: string;
  readonly language: Language;
  /** Ends the running request. */
  readonly signal: AbortSignal;
}

/** A client of the lead's part of the HTTP API. */
export class LeadClient {
  private constructor(
    private readonly connection: Connection,
    private readonly token: string,
  ) {}

  /**
   * Signs in with card and access code (REG 6). This code renders the statement for `origin` itself, so the card does not sign a text
   * that the server chose.
   */
  static async signIn(
    connection: Connection,
    origin: string,
    card: Card,
    accessCode: string,
  ): Promise<LeadClient> {
    const { challenge } = await send<{ challenge: string }>(connection, 'sign-in/challenges', {
      purpose: 'lead',
    });
    const signature = await card.sign(renderSignIn('lead', origin, challenge), 'cms-attached');
    const body = { challenge, signature: inJson({ ...signature }), accessCode };
    const { token } = await send<{ token: string }>(connection, 'sign-in/lead', body);
    return new LeadClient(connection, token);
  }

  /** The lead's own case. */
  case(): Promise<LeadCaseAnswer> {
    return send(this.connection, 'lead/case', undefined, this.token);
  }

  /** Every page of a round's sealed records; of the current round if `round` is undefined. */
  async *records(round: string | undefined): AsyncGenerator<RecordPageAnswer> {
    const query = new URLSearchParams(round === undefined ? {} : { round });
    for (let next: string | undefined = ''; next !== undefined;) {
      if (next !== '') query.set('after', next);
      const path = `lead/round/records?${query.toString()}`;
      const page: RecordPageAnswer = await send(this.connection, path, undefined, this.token);
      yield page;
      next = page.next;
    }
  }
}

function inJson(signature: Readonly<Record<string, string | Uint8Array>>): Record<string, string> {
  const text = (value: string | Uint8Array): string =>
    typeof value === 'string' ? value : Buffer.from(value).toString('base64');
  return Object.fromEntries(Object.entries(signature).map(([name, value]) => [name, text(value)]));
}

/**
 * Sends a POST with a body, else a GET. Rejects with a {@link ServerRefusal}, or with an {@link OperatorError} if the server
 * cannot be reached.
 */
async function send<Answer>(
  connection: Connection,
  path: string,
  body?: object,
  token?: string,
): Promise<Answer> {
  const { server, language, signal } = connection;
  const answer = await fetch(new URL(`/api/v1/${path}`, server), {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      'accept-language': language,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    signal,
  }).catch((): never => {
    if (signal.aborted) throw interrupted();
    throw new OperatorError('server-unreachable', { server });
  });
  const json = await answer.json().catch((): never => {
    throw new OperatorError('server-not-lianshu', { server });
  });
  if (answer.ok) return json as Answer;
  const { code, detail } = json as { readonly code?: string; readonly detail?: string };
  if (code === undefined || detail === undefined)
    throw new OperatorError('server-refused', { status: answer.status });
  throw new ServerRefusal(code, detail);
}
