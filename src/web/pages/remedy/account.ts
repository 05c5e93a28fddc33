import { isAccount } from '../../../core/statement/index';

/** The account in what a person typed, as one paragraph; undefined where it is none that can be sent. */
export function accountIn(typed: string): string | undefined {
  const account = typed.replace(/\s+/g, ' ').trim().normalize('NFC');
  return isAccount(account) ? account : undefined;
}
