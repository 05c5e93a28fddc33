import { CardRefusal } from './card-refusal.js';

const tries = 3;

/** A card's PIN: three wrong tries in a row lock it, as on the real one. */
export class Pin {
  private wrong = 0;
  private entered = false;

  constructor(private readonly pin: string) {}

  /** Types a PIN for the next operation. Throws `wrong-pin`, or `locked` at the third wrong try and from then on. */
  enter(pin: string): void {
    if (this.wrong >= tries) throw new CardRefusal('locked');
    this.entered = pin === this.pin;
    this.wrong = this.entered ? 0 : this.wrong + 1;
    if (!this.entered) throw new CardRefusal(this.wrong >= tries ? 'locked' : 'wrong-pin');
  }

  /** Uses up the PIN typed; each operation asks anew. */
  consume(): void {
    if (!this.entered) throw new CardRefusal('no-pin');
    this.entered = false;
  }
}
