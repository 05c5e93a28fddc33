import type { CaseNumber } from '../core/identifiers.js';
import type { CaseKeys } from './ports.js';

/** Destroys the keys of closed cases: of each case once in this process, since destroying them again is harmless, and work. */
export class ClosedCaseKeys {
  private readonly gone = new Set<CaseNumber>();

  constructor(private readonly keys: CaseKeys) {}

  async destroy(number: CaseNumber): Promise<void> {
    if (this.gone.has(number)) return;
    await this.keys.destroy(number);
    this.gone.add(number);
  }
}
