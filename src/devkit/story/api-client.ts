import type { Card, CardSignature } from '../../core/cms/card.js';

/** A problem document (RFC 9457) with which the platform answered. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';

  constructor(
    readonly status: number,
    readonly code: string,
    /** All members of the document. */
    readonly members: Readonly<Record<string, unknown>>,
  ) {
    super(`${String(status)} ${code}`);
  }
}

/** A client of the platform's HTTP API: JSON bodies, and a bearer token after sign-in. */
export class ApiClient {
  constructor(
    /** The platform's origin, such as `http://127.0.0.1:3000`. */
    readonly origin: string,
    /** The session's token, after sign-in. */
    readonly token?: string,
    /** The address to connect to, if it is not the origin: for example behind a proxy. */
    private readonly address = origin,
  ) {}

  /** A client of the same platform with this session. */
  signedIn(token: string): ApiClient {
    return new ApiClient(this.origin, token, this.address);
  }

  /** GET below `/api/v1/`; returns the JSON. Throws {@link ApiProblem} for a status of 400 or more. */
  async get<Answer>(path: string): Promise<Answer> {
    return (await this.send('GET', path)).json() as Promise<Answer>;
  }

  /** GET below `/api/v1/`; returns the bytes. Throws {@link ApiProblem}. */
  async bytes(path: string): Promise<Uint8Array> {
    return new Uint8Array(await (await this.send('GET', path)).arrayBuffer());
  }

  /** POST below `/api/v1/`; returns the JSON, undefined where there is none. Throws {@link ApiProblem}. */
  async post<Answer>(path: string, body: object = {}): Promise<Answer> {
    const response = await this.send('POST', path, body);
    return (response.status === 204 ? undefined : await response.json()) as Answer;
  }

  /** PUT of JSON below `/api/v1/`; returns the JSON. Throws {@link ApiProblem}. */
  async put<Answer>(path: string, body: object): Promise<Answer> {
    return (await this.send('PUT', path, body)).json() as Promise<Answer>;
  }

  /** PUT of a CSV file below `/api/v1/`; returns the JSON. Throws {@link ApiProblem}. */
  async putCsv<Answer>(path: string, file: string): Promise<Answer> {
    return (await this.send('PUT', path, file)).json() as Promise<Answer>;
  }

  /** PUT of a CMS message below `/api/v1/`. Throws {@link ApiProblem}. */
  async putCms(path: string, message: Uint8Array): Promise<void> {
    await this.send('PUT', path, message);
  }

  private async send(method: string, path: string, body?: object | Uint8Array | string): Promise<Response> {
    const response = await fetch(`${this.address}/api/v1/${path}`, {
      method,
      headers: {
        ...(body === undefined ? {} : { 'content-type': mediaTypeOf(body) }),
        ...(this.token === undefined ? {} : { authorization: `Bearer ${this.token}` }),
      },
      ...(body === undefined ? {} : { body: bytesOf(body) }),
    });
    if (response.status < 400) return response;
    const members = (await response.json()) as Record<string, unknown>;
    throw new ApiProblem(response.status, String(members.code), members);
  }
}

/** Text is CSV, bytes are a CMS message. */
function mediaTypeOf(body: object | string): string {
  if (typeof body === 'string') return 'text/csv';
  return body instanceof Uint8Array ? 'application/cms' : 'application/json';
}

function bytesOf(body: object | string): Buffer<ArrayBuffer> | string {
  if (typeof body === 'string') return body;
  return body instanceof Uint8Array ? Buffer.from(body) : JSON.stringify(body);
}

/** Bytes in standard base64, as the API takes them. */
export const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

/** The bytes of standard base64. */
export const fromBase64 = (text: string): Uint8Array => Buffer.from(text, 'base64');

/** A card's signature as the API takes it. */
export function signatureJson(signature: CardSignature): Readonly<Record<string, string>> {
  return signature.form === 'cms'
    ? { form: 'cms', signedData: base64(signature.signedData) }
    : {
        form: 'pkcs1',
        signature: base64(signature.signature),
        certificate: base64(signature.certificate),
      };
}

interface SignInChallenge {
  readonly challenge: string;
  readonly statement: string;
}

/** Signs in a member of staff by card. */
export function signInStaff(api: ApiClient, card: Card): Promise<ApiClient> {
  return signIn(api, card, 'staff', {});
}

/** Signs in a lead by card and access code. */
export function signInLead(api: ApiClient, card: Card, accessCode: string): Promise<ApiClient> {
  return signIn(api, card, 'lead', { accessCode });
}

async function signIn(
  api: ApiClient,
  card: Card,
  purpose: 'staff' | 'lead',
  further: Readonly<Record<string, string>>,
): Promise<ApiClient> {
  const { challenge, statement } = await api.post<SignInChallenge>('sign-in/challenges', { purpose });
  const signature = signatureJson(await card.sign(Buffer.from(statement, 'utf8'), 'cms-attached'));
  const { token } = await api.post<{ token: string }>(`sign-in/${purpose}`, {
    challenge,
    signature,
    ...further,
  });
  return api.signedIn(token);
}
