import { performance } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';
import type { ApiClient } from '../../../src/devkit/index.js';
import type { TestApplication } from '../application/application.js';
import { quantile, tenths } from './figures.js';

/** What one list or action took. */
export interface DeskFigure {
  readonly what: string;
  /** Rows that the list is of, or that the action is about. */
  readonly rows: number;
  readonly times: number;
  readonly p50Milliseconds: number;
  readonly mostMilliseconds: number;
  /** Octets of the answer's body, at most. */
  readonly octets: number;
}

/** A request to time. The path is below `/api/v1/`. */
export interface TimedAsk {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly body?: object | Uint8Array;
}

interface TimedAnswer {
  readonly milliseconds: number;
  readonly body: Buffer;
}

const pollMilliseconds = 20;

/** Times requests of members of staff over HTTP, and says on stderr what is done. */
export class DeskMeasure {
  readonly figures: DeskFigure[] = [];

  constructor(private readonly application: TestApplication) {}

  /** Asks so often, one after the other, and notes what it took. Answers the last answer's JSON; undefined where it is none. Throws where one is refused. */
  async time(what: string, rows: number, by: ApiClient, ask: TimedAsk, times = 1): Promise<unknown> {
    const answers: TimedAnswer[] = [];
    for (let time = 0; time < times; time += 1) answers.push(await this.send(what, by, ask));
    this.note(what, rows, answers);
    return jsonOf(answers.at(-1)?.body ?? Buffer.alloc(0));
  }

  /** Asks again and again until an answer is the one that is waited for, and notes what each answer took. */
  async timeUntil(
    what: string,
    rows: number,
    by: ApiClient,
    ask: TimedAsk,
    isAwaited: (answer: unknown) => boolean,
  ): Promise<void> {
    const answers: TimedAnswer[] = [];
    do {
      answers.push(await this.send(what, by, ask));
      await setTimeout(pollMilliseconds);
    } while (!isAwaited(jsonOf(answers.at(-1)?.body ?? Buffer.alloc(0))));
    this.note(what, rows, answers);
  }

  private note(what: string, rows: number, answers: readonly TimedAnswer[]): void {
    const milliseconds = answers.map((each) => each.milliseconds);
    const figure = {
      what,
      rows,
      times: answers.length,
      p50Milliseconds: tenths(quantile(milliseconds, 0.5)),
      mostMilliseconds: tenths(Math.max(...milliseconds)),
      octets: Math.max(...answers.map(({ body }) => body.length)),
    };
    this.figures.push(figure);
    process.stderr.write(
      `  ${what}: ${String(figure.p50Milliseconds)} ms, ${String(figure.mostMilliseconds)} ms at most\n`,
    );
  }

  private async send(
    what: string,
    by: ApiClient,
    { method = 'GET', path, body }: TimedAsk,
  ): Promise<TimedAnswer> {
    const began = performance.now();
    const response = await fetch(`${this.application.address}/api/v1/${path}`, {
      method,
      headers: { authorization: `Bearer ${by.token ?? ''}`, ...mediaTypeOf(body) },
      ...(body === undefined
        ? {}
        : { body: body instanceof Uint8Array ? Buffer.from(body) : JSON.stringify(body) }),
    });
    const octets = Buffer.from(await response.arrayBuffer());
    const milliseconds = performance.now() - began;
    if (response.status >= 400)
      throw new Error(`${what}: ${String(response.status)} ${octets.toString('utf8')}`);
    return { milliseconds, body: octets };
  }
}

function mediaTypeOf(body: TimedAsk['body']): Readonly<Record<string, string>> {
  if (body === undefined) return {};
  return { 'content-type': body instanceof Uint8Array ? 'application/cms' : 'application/json' };
}

function jsonOf(body: Buffer): unknown {
  return body.at(0) === 0x7b ? JSON.parse(body.toString('utf8')) : undefined;
}
