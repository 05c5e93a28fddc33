import type { PinProtectedCard } from '../../core/cms/pin-protected-card.js';
import { certificatesAnswer, refusalAnswer, slotDescription, useCard } from './card-answers.js';
import { type CardFault, codeOfFault } from './card-faults.js';
import { readFunction, readRequest, type RequestedFunction } from './card-request.js';
import type { OfferedCard } from './popup-page.js';

/** A card, and how it is called in the popup. */
export interface ServedCard extends OfferedCard {
  readonly card: PinProtectedCard;
}

/** What the popup passes on: a page's request, and what the person chose. */
export interface PopupOperation {
  /** The origin of the page, as the browser says it. */
  readonly origin: string;
  /** What the page posted; a text, if the page keeps to the protocol. */
  readonly request?: unknown;
  /** The name of the card that the person chose. */
  readonly card?: string;
  /** True if the person cancelled. */
  readonly cancelled?: boolean;
}

/** What stands in for HiPKI's card program: one reader, its cards, and the fault that it is told to have. */
export class CardProgram {
  /** The fault of every operation from now on. */
  fault: CardFault | undefined;
  private inserted: ServedCard | undefined;
  /** Resolves when the operation before is done: a reader does one at a time. */
  private previous: Promise<unknown> = Promise.resolve();

  /** `allowedSites` are the origins that may use the card; every site if it is undefined. */
  constructor(
    readonly cards: readonly ServedCard[],
    private readonly allowedSites: readonly string[] | undefined,
  ) {
    this.inserted = cards.length === 1 ? cards[0] : undefined;
  }

  /** The name of the card in the reader. Undefined where the popup asks the person. */
  get insertedCard(): string | undefined {
    return this.inserted?.name;
  }

  /** Inserts the card of this name, so that the popup no longer asks; undefined has it ask again. Throws on an unknown name. */
  insert(name: string | undefined): void {
    const card = name === undefined ? undefined : this.cardOf(name);
    if (name !== undefined && card === undefined) throw new RangeError('no card has this name');
    this.inserted = card;
  }

  /** Does what a page asks for, after the operations before it. The answer is JSON, as the page gets it. */
  perform(operation: PopupOperation): Promise<string> {
    const done = this.previous.then(async () => JSON.stringify(await this.answer(operation)));
    this.previous = done.catch(() => undefined);
    return done;
  }

  private async answer(operation: PopupOperation): Promise<object> {
    const requested = readFunction(operation.request);
    if (!requested.ok) return refusalAnswer(undefined, requested.failure.code);
    const fault = codeOfFault(this.fault, requested.value.operation);
    if (fault !== undefined) return this.failingAnswer(fault, requested.value);
    const { answer } = requested.value;
    if (this.allowedSites?.includes(operation.origin) === false)
      return refusalAnswer(answer, 'site-not-allowed');
    if (operation.cancelled === true) return refusalAnswer(answer, 'cancelled');
    return this.answerWithCard(requested.value, this.inserted ?? this.cardOf(operation.card));
  }

  private async answerWithCard(
    requested: RequestedFunction,
    served: ServedCard | undefined,
  ): Promise<object> {
    const { answer } = requested;
    const request = readRequest(requested);
    if (!request.ok) return refusalAnswer(answer, request.failure.code);
    if (!['', slotDescription].includes(request.value.slotDescription))
      return refusalAnswer(answer, 'no-reader');
    if (request.value.operation === 'certificates') return certificatesAnswer(served?.card);
    return served === undefined ? refusalAnswer(answer, 'no-card') : useCard(served.card, request.value);
  }

  /** An empty reader answers the question for certificates: that is no failure. */
  private failingAnswer(fault: Parameters<typeof refusalAnswer>[1], requested: RequestedFunction): object {
    return fault === 'no-card' && requested.operation === 'certificates'
      ? certificatesAnswer(undefined)
      : refusalAnswer(requested.answer, fault);
  }

  private cardOf(name: string | undefined): ServedCard | undefined {
    return this.cards.find((each) => each.name === name);
  }
}
