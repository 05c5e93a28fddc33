import type { CardIssuer } from '../../../src/devkit/pki/card-issuer.js';
import { type BenchRound, firstDay, holderAt, plannedVerdict } from './bench-round.js';

/** Revokes, before the first day, the card of every record that is planned to be struck out for it. */
export function revokedCards({ pki }: BenchRound, cards: CardIssuer, count: number): void {
  const before = new Date(firstDay.getTime() - 24 * 3_600_000);
  for (let index = 0; index < count; index++)
    if (plannedVerdict(index) === 'E04')
      pki.revoke(cards.issue(holderAt(index)).signingCertificate, before, 'keyCompromise');
}
