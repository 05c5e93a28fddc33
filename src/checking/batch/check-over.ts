/**
 * The case is no longer being checked: it was stopped (REG 10). Thrown by the stores before they write anything of the check, so that what
 * runs when a case is stopped ends with its transaction. It is no bug: whoever runs a batch or a step catches it.
 */
export class CheckOverError extends Error {
  override readonly name = 'CheckOverError';

  constructor() {
    super('the case is no longer being checked');
  }
}
