import { Writable } from 'node:stream';
import { createInterface, type Interface } from 'node:readline/promises';
import { OperatorError } from './failure.js';
import { aborted, interrupted } from './interruption.js';

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

const nowhere = (): Writable => new Writable({ write: (_chunk, _encoding, done) => done() });

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
      ? await this.askPerson(question, 'shown', signal)
      : await this.nextLine(signal);
    return answer.trim();
  }

  async askSecret(question: string, signal?: AbortSignal): Promise<string> {
    return this.interactive ? this.askPerson(question, 'hidden', signal) : this.nextLine(signal);
  }

  private async askPerson(
    question: string,
    typing: 'shown' | 'hidden',
    signal: AbortSignal | undefined,
  ): Promise<string> {
    const hidden = typing === 'hidden';
    const output = hidden ? nowhere() : this.output;
    // From here on the terminal itself echoes nothing. The line editor does, into its output.
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
    if (hidden) this.output.write(`${question} `);
    try {
      return await reader.question(`${question} `, { signal: either });
    } catch (error) {
      if (typed.ctrlC || signal?.aborted === true) throw interrupted();
      if (ended.signal.aborted) throw new OperatorError('answer-missing');
      throw error;
    } finally {
      reader.close();
      if (hidden) this.output.write('\n');
    }
  }

  /** One reader for all lines: a second one would not see what the first has read ahead. */
  private async nextLine(signal: AbortSignal | undefined): Promise<string> {
    this.reader ??= createInterface({ input: this.input });
    this.lines ??= this.reader[Symbol.asyncIterator]();
    const interruption = signal === undefined ? [] : [aborted(signal)];
    const next = await Promise.race([this.lines.next(), ...interruption]);
    // An input that waits for more would keep the process alive.
    this.input.pause();
    if (next === undefined) throw interrupted();
    if (next.done === true) throw new OperatorError('answer-missing');
    return next.value;
  }
}
