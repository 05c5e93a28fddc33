import { keyRecipients } from '../../core/ceremony/index.js';
import type { LeadCase } from './lead-api';
import { octetsOfBase64 } from '../api/octets-of-answers';

/** What opens a round key: a card of the lead's, a deputy's card, or the recovery passphrase. */
export type KeyOpenerName = 'own-card' | 'deputy' | 'passphrase';

/**
 * What a round key was wrapped for, as far as it says itself: its recipients have no names, so with more than one card any but one is a
 * deputy's. A card of the lead's always is one, though perhaps no longer the one that the case names: two people may have replaced it.
 */
export function keyOpenersOf({ round: { wrappedKey } }: LeadCase): readonly KeyOpenerName[] {
  const recipients = keyRecipients(octetsOfBase64(wrappedKey));
  const deputies = (recipients?.certificates.length ?? 0) > 1;
  return [
    'own-card',
    ...(deputies ? (['deputy'] as const) : []),
    ...(recipients?.passphrase === true ? (['passphrase'] as const) : []),
  ];
}
