import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { fastify, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { BoundedMap } from '../../core/bounded-map.js';
import { type CardFault, cardFaultNames, popupBehaviourOf } from './card-faults.js';
import { CardProgram, type PopupOperation, type ServedCard } from './card-program.js';
import { maximumRequestBytes } from './card-request.js';
import { popupHeaders, renderPopupPage } from './popup-page.js';

/** The port of HiPKI's program, which pages look for. */
export const cardServerPort = 61161;

/** The host that pages name, whatever port a test has the browser ask in its place. */
const usualHost = `localhost:${cardServerPort}`;

/** The settings of a card server. */
export interface CardServerSettings {
  /** The popup asks which card to use where there are several and none is inserted. */
  readonly cards: readonly ServedCard[];
  /** {@link cardServerPort} by default; 0 for a free one. */
  readonly port?: number;
  /** The fault of every operation from the start. */
  readonly fault?: CardFault | undefined;
  /** The origins of the sites that may use the card; every site by default. */
  readonly allowedSites?: readonly string[] | undefined;
}

/** Popups whose tokens are known at the same time. */
const maximumPopups = 100;

/**
 * A stand-in for HiPKI's local sign server, on 127.0.0.1 alone: `GET /popupForm` is its popup, `POST /popupForm` is what the popup asks with
 * the token in its page, and `/control` is for tests. No other site can read or send anything here: there is no CORS, the host's name and the
 * origin are checked, and a token serves once.
 */
export class CardServer {
  private readonly tokens = new BoundedMap<string, true>(maximumPopups);

  private constructor(
    private readonly program: CardProgram,
    private readonly server: FastifyInstance,
  ) {}

  /** Starts to listen. Rejects with the error of the operating system where the port is taken. */
  static async start({ cards, port, fault, allowedSites }: CardServerSettings): Promise<CardServer> {
    const program = new CardProgram(cards, allowedSites);
    program.fault = fault;
    // Nothing is logged: requests contain the PIN.
    const server = fastify({ logger: false, forceCloseConnections: true, bodyLimit: maximumRequestBytes });
    const cardServer = new CardServer(program, server);
    cardServer.answerRequests();
    await server.listen({ host: '127.0.0.1', port: port ?? cardServerPort });
    return cardServer;
  }

  /** The origin, such as `http://localhost:61161`. */
  get origin(): string {
    return `http://localhost:${this.port}`;
  }

  /** The fault of every operation; undefined for none. */
  get fault(): CardFault | undefined {
    return this.program.fault;
  }

  set fault(fault: CardFault | undefined) {
    this.program.fault = fault;
  }

  /** Inserts the card of this name, so that the popup no longer asks; undefined has it ask again. Throws on an unknown name. */
  insert(card: string | undefined): void {
    this.program.insert(card);
  }

  /** Stops listening and closes all connections. */
  async close(): Promise<void> {
    await this.server.close();
  }

  private get port(): number {
    return (this.server.server.address() as AddressInfo).port;
  }

  private answerRequests(): void {
    const { server, program } = this;
    server.removeContentTypeParser('text/plain');
    // A request is never echoed: it may contain the PIN.
    server.setErrorHandler(({ statusCode = 500 }: { statusCode?: number }, _request, reply) =>
      reply.code(statusCode).send(),
    );
    server.addHook('onRequest', async (request, reply) => {
      if (!this.isOwnRequest(request)) await reply.code(403).send();
    });
    server.get('/popupForm', (_request, reply) => reply.headers(popupHeaders).send(this.popupPage()));
    server.post<{ Body: PopupOperation }>(
      '/popupForm',
      { schema: { body: operationSchema }, onRequest: (request, reply) => this.takeToken(request, reply) },
      async ({ body }, reply) => reply.headers(answerHeaders).send(await program.perform(body)),
    );
    server.get('/control', () => this.state());
    server.put<{ Body: Control }>(
      '/control',
      { schema: { body: controlSchema(program.cards) } },
      ({ body }) => {
        if (body.fault !== undefined) program.fault = body.fault ?? undefined;
        if (body.card !== undefined) program.insert(body.card ?? undefined);
        return this.state();
      },
    );
  }

  /**
   * Whether a request names this host, and not a name that a site lets lead to it (DNS rebinding), and no other site's page sends it. A
   * window that a site opens on the popup names no origin.
   */
  private isOwnRequest({ headers: { host = '', origin } }: FastifyRequest): boolean {
    const isOwnHost = [`localhost:${this.port}`, `127.0.0.1:${this.port}`, usualHost].includes(host);
    return isOwnHost && (origin === undefined || origin === `http://${host}`);
  }

  private popupPage(): string {
    const { program, tokens } = this;
    const token = randomBytes(16).toString('base64url');
    tokens.set(token, true);
    const cards = program.insertedCard === undefined ? program.cards : [];
    return renderPopupPage({ token, cards, behaviour: popupBehaviourOf(program.fault) });
  }

  /** Refuses what is not from an open popup, before its body is read. A token serves once. */
  private async takeToken({ headers }: FastifyRequest, reply: FastifyReply): Promise<void> {
    const token = String(headers['x-popup-token']);
    const isKnown = this.tokens.get(token) === true && headers.origin !== undefined;
    this.tokens.delete(token);
    if (!isKnown) await reply.code(403).send();
  }

  private state(): object {
    const { fault = null, insertedCard = null, cards } = this.program;
    return { fault, card: insertedCard, cards: cards.map(({ name }) => name), faults: cardFaultNames };
  }
}

const answerHeaders = { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' };

/** {@link PopupOperation} as JSON Schema. The page's own request may be anything. */
const operationSchema = {
  type: 'object',
  required: ['origin'],
  properties: {
    origin: { type: 'string' },
    request: {},
    card: { type: 'string' },
    cancelled: { type: 'boolean' },
  },
};

/** What `PUT /control` changes; `null` for no fault, or for no card in the reader. */
interface Control {
  readonly fault?: CardFault | null;
  readonly card?: string | null;
}

const controlSchema = (cards: readonly ServedCard[]): object => ({
  type: 'object',
  properties: {
    fault: { enum: [...cardFaultNames, null] },
    card: { enum: [...cards.map(({ name }) => name), null] },
  },
});
