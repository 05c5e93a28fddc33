import type { Language } from '../messages/index.js';
import { OperatorError } from './failure.js';
import { interrupted } from './interruption.js';

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
export interface ServerAddress {
  /** The origin to connect to, such as `https://connect.example.gov.tw`. */
  readonly server: string;
  readonly language: Language;
  /** Ends the running request. */
  readonly signal: AbortSignal;
}

/**
 * Sends requests to the platform's HTTP API, in the session of `token` if there is one. Rejects with a {@link ServerRefusal}, or with an
 * {@link OperatorError}: `server-unreachable`, `server-not-lianshu`, `server-refused`, `interrupted`. It follows no redirection, so that
 * an access code or a token is sent to no other server than the one that the lead named.
 */
export class ServerConnection {
  constructor(
    private readonly address: ServerAddress,
    private readonly token?: string,
  ) {}

  /** The answer if it has the form that this program knows, else throws `server-not-lianshu`: another program, or another version of it. */
  expectForm<Answer>(answer: Answer, fits: boolean): Answer {
    if (!fits) throw new OperatorError('server-not-lianshu', { server: this.address.server });
    return answer;
  }

  /** The same server, in this session. */
  signedIn(token: string): ServerConnection {
    return new ServerConnection(this.address, token);
  }

  /** GET below `/api/v1/`. */
  async get<Answer>(path: string): Promise<Answer> {
    return this.answerOf(await this.request(path, 'GET'));
  }

  /** POST below `/api/v1/`. */
  async post<Answer>(path: string, body?: object): Promise<Answer> {
    return this.answerOf(await this.request(path, 'POST', body));
  }

  /** POST below `/api/v1/` of what is answered with nothing. */
  async send(path: string, body: object): Promise<void> {
    const answer = await this.request(path, 'POST', body);
    if (answer.status !== 204) await this.answerOf(answer);
  }

  /** DELETE below `/api/v1/`, which answers nothing. It is not ended by the signal: it is what a command does last. */
  async delete(path: string): Promise<void> {
    await this.request(path, 'DELETE', undefined, AbortSignal.timeout(5000));
  }

  private request(
    path: string,
    method: string,
    body?: object,
    signal = this.address.signal,
  ): Promise<Response> {
    const { server, language } = this.address;
    return fetch(new URL(`/api/v1/${path}`, server), {
      method,
      redirect: 'error',
      headers: {
        'accept-language': language,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(this.token === undefined ? {} : { authorization: `Bearer ${this.token}` }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal,
    }).catch((): never => this.refuseUnreachable());
  }

  private refuseUnreachable(): never {
    const { server, signal } = this.address;
    if (signal.aborted) throw interrupted();
    throw new OperatorError('server-unreachable', { server });
  }

  private async answerOf<Answer>(answer: Response): Promise<Answer> {
    const { server } = this.address;
    const text = await answer.text().catch((): never => this.refuseUnreachable());
    const json = parsed(text);
    if (json === undefined) throw new OperatorError('server-not-lianshu', { server });
    if (answer.ok) return json as Answer;
    const { code, detail } = json as { readonly code?: unknown; readonly detail?: unknown };
    if (typeof code !== 'string' || typeof detail !== 'string')
      throw new OperatorError('server-refused', { status: answer.status });
    throw new ServerRefusal(code, detail);
  }
}

function parsed(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}
