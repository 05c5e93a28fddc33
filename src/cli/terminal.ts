import { Writable } from 'node:stream';
import { createInterface, type Interface } from 'node:readline/promises';
import { OperatorError } from './failure.js';
import { interrupted } from './interruption.js';

/** Asks the person at the terminal. In a script, the answers are the lines of standard input. */
export interface Terminal {
  /** Whether a person sits there: then they can be asked whether to go on. */
  readonly interactive: boolean;
  /** Asks, and returns the answer without the spaces around it. Rejects with `answer-missing` or `interrupted`. */
  ask(question: string, signal?: AbortSignal): Promise<string>;
  /** Asks for a secret: what is typed is shown nowhere. Rejects as {@link ask} does. */
  askSecret(question: string, signal?: AbortSignal): Promise<string>;
}

/** What a terminal reads from. */
type Input = NodeJS.ReadableStream & { readonly isTTY?: boolean };

/** The terminal of this process. Questions go to standard error, so that they don't mix with results. */
export class StandardTerminal implements Terminal {
  private lines: AsyncIterator<string> | undefined;
  private reader: Interface | undefined;

  constructor(
    private readonly input: Input = process.stdin,
    private readonly output: NodeJS.WritableStream = process.stderr,
  ) {}

  get interactive(): boolean {
    return this.input.isTTY === true;
  }

  async ask(question: string, signal?: AbortSignal): Promise<string> {
    const answer = this.interactive
      ? await this.askPerson(question, this.output, signal)
      : await this.nextLine();
    return answer.trim();
  }

  async askSecret(question: string, signal?: AbortSignal): Promise<string> {
    if (!this.interactive) return this.nextLine();
    // The line editor echoes into nothing. So the question is written here.
    this.output.write(`${question} `);
    const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
    try {
      return await this.askPerson('', nowhere, signal);
    } finally {
      this.output.write('\n');
    }
  }

  private async askPerson(
    question: string,
    output: NodeJS.WritableStream,
    signal: AbortSignal | undefined,
  ): Promise<string> {
    const reader = createInterface({ input: this.input, output, terminal: true, historySize: 0 });
    const ended = new AbortController();
    const typed = { ctrlC: false };
    reader.once('SIGINT', () => {
      typed.ctrlC = true;
      ended.abort();
    });
    // Ctrl-D, or the terminal is gone. The question itself would wait for ever.
    reader.once('close', () => ended.abort());
    const either = signal === undefined ? ended.signal : AbortSignal.any([signal, ended.signal]);
    try {
      return await reader.question(question === '' ? '' : `${question} `, { signal: either });
    } catch (error) {
      if (typed.ctrlC || signal?.aborted === true) throw interrupted();
      if (ended.signal.aborted) throw new OperatorError('answer-missing');
      throw error;
    } finally {
      reader.close();
    }
  }

  /** One reader for all lines: a second one would not see what the first has read ahead. */
  private async nextLine(): Promise<string> {
    this.reader ??= createInterface({ input: this.input });
    this.lines ??= this.reader[Symbol.asyncIterator]();
    const next = await this.lines.next();
    // An input that waits for more would keep the process alive.
    this.input.pause();
    if (next.done === true) throw new OperatorError('answer-missing');
    return next.value;
  }
}
