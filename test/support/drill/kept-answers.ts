import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { Load, type LoadAnswer } from '../bench/load.js';

/** What a drill's answers came to. Everything below `sentAgain` must be 0. */
export interface AnswerReport {
  readonly sent: number;
  /** Answered 201, before, while or after something went wrong. */
  readonly answered: number;
  /** Sent once more, since no answer had come, or 503. */
  readonly sentAgain: number;
  /** Answered 201 and not recorded. */
  readonly lost: number;
  /** Records beside those of the people who were answered: somebody's twice, or somebody's of whom no answer spoke. */
  readonly unknown: number;
  /** Told that they have co-signed, and not recorded by the commitment that they were told. */
  readonly wronglyRefused: number;
  /** Never taken, however often they asked. */
  readonly neverTaken: number;
}

const senders = 16;

/** How often whoever got no answer asks again, and how long they wait before: milliseconds. */
const attempts = 80;
const betweenAttempts = 250;

/** Sends co-signatures by distinct people, keeps what every answer promised, and holds it against the database. */
export class KeptAnswers {
  /** The commitments that answers named: with 201, and with 409 and the earlier receipt. */
  private readonly taken = new Set<string>();
  private readonly told = new Set<string>();
  private sent = 0;
  private again = 0;
  private neverTaken = 0;

  /** `server` answers where the server is now; it is asked before each attempt. */
  constructor(private readonly server: () => Promise<{ readonly address: string }>) {}

  /** Sends these once; who got no answer. */
  async send(bodies: readonly string[]): Promise<readonly string[]> {
    this.sent += bodies.length;
    return this.attempt(bodies);
  }

  /** Sends these until each is taken, as the pages do. */
  async sendAgain(bodies: readonly string[]): Promise<void> {
    this.again += bodies.length;
    let left = bodies;
    for (let attempt = 0; left.length > 0 && attempt < attempts; attempt += 1) {
      if (attempt > 0) await pause(betweenAttempts);
      left = await this.attempt(left);
    }
    this.neverTaken += left.length;
  }

  /** Holds what was promised against the database at this URL, the owner's. */
  async report(databaseUrl: string): Promise<AnswerReport> {
    const client = new pg.Client({ connectionString: databaseUrl });
    await client.connect();
    const { rows } = await client.query<{ commitment: string }>(
      `SELECT encode(commitment, 'hex') AS commitment FROM sealed_record`,
    );
    await client.end();
    const recorded = new Set(rows.map(({ commitment }) => commitment));
    const missing = (named: ReadonlySet<string>): number =>
      [...named].filter((each) => !recorded.has(each)).length;
    return {
      sent: this.sent,
      answered: this.taken.size,
      sentAgain: this.again,
      lost: missing(this.taken),
      unknown: rows.length - this.sent + this.neverTaken,
      wronglyRefused: missing(this.told),
      neverTaken: this.neverTaken,
    };
  }

  private async attempt(bodies: readonly string[]): Promise<readonly string[]> {
    const { address } = await this.server();
    const load = new Load([`${address}/api/v1/cases/9001/co-signatures`], senders);
    const answers = await load.each(bodies, senders);
    load.close();
    return bodies.filter((_, index) => !this.keep(answers[index]));
  }

  /** Keeps what an answer promised; whether it was one. */
  private keep(answer: LoadAnswer | undefined): boolean {
    if (answer?.status !== 201 && answer?.status !== 409) return false;
    const { commitment } = JSON.parse(answer.content) as { readonly commitment: string };
    (answer.status === 201 ? this.taken : this.told).add(commitment);
    return true;
  }
}

/** Whether every promise was kept. */
export const allKept = ({ lost, unknown, wronglyRefused, neverTaken }: AnswerReport): boolean =>
  lost === 0 && unknown === 0 && wronglyRefused === 0 && neverTaken === 0;
