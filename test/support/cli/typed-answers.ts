import { OperatorError } from '../../../src/cli/failure.js';
import type { Terminal } from '../../../src/cli/terminal.js';

/** What is typed, or what happens before it is typed. */
type Answer = string | (() => Promise<string>);

/** A terminal at which these answers are typed, one after another. A question after the last ends as on a closed input. */
export class TypedAnswers implements Terminal {
  /** What was asked, in order. Those that were asked without echo are marked. */
  readonly asked: string[] = [];
  private readonly left: Answer[];

  constructor(
    answers: readonly Answer[],
    readonly interactive = false,
  ) {
    this.left = [...answers];
  }

  ask(question: string): Promise<string> {
    return this.answer(question);
  }

  askSecret(question: string): Promise<string> {
    return this.answer(`[secret] ${question}`);
  }

  private async answer(question: string): Promise<string> {
    this.asked.push(question);
    await Promise.resolve();
    const answer = this.left.shift();
    if (answer === undefined) throw new OperatorError('answer-missing');
    return typeof answer === 'string' ? answer : answer();
  }
}
