import { describe, expect, it } from '@jest/globals';
import { MobileTickets } from '../../../src/cosigning/mobile-ticket.js';
import type { CaseNumber } from '../../../src/core/identifiers.js';
import type { NationalId } from '../../../src/core/national-id.js';

const tickets = new MobileTickets(Buffer.alloc(32, 5));
const bearer = {
  caseNumber: '9001' as CaseNumber,
  ordinal: 1 as const,
  nationalId: 'A123456789' as NationalId,
};
const content = {
  challenge: 'c'.repeat(76),
  expiresAt: 1_772_413_200_000,
  transaction: { transactionId: 't'.repeat(36), ticketId: 'i'.repeat(100) },
};
const ticket = tickets.seal(bearer, content);

describe('a ticket', () => {
  it('is opened for the round and the number that it was sealed for', () => {
    expect(tickets.open(bearer, ticket)).toEqual(content);
  });

  it('has one length whatever is in it, and nothing that can be read', () => {
    const short = { ...content, transaction: { transactionId: 't', ticketId: 'i' } };
    expect([ticket.length, tickets.seal(bearer, short).length]).toEqual([640, 640]);
    const clear = Buffer.from(ticket, 'base64url').toString('latin1');
    for (const secret of [bearer.nationalId, '9001', content.challenge, 'tttt', 'iiii'])
      expect(`${ticket}${clear}`).not.toContain(secret);
  });

  it.each([
    ['another case', { ...bearer, caseNumber: '9002' as CaseNumber }, ticket, tickets],
    ['another round', { ...bearer, ordinal: 2 as const }, ticket, tickets],
    ['another number', { ...bearer, nationalId: 'A123456780' as NationalId }, ticket, tickets],
    ['another platform', bearer, ticket, new MobileTickets(Buffer.alloc(32, 6))],
    ['one that was cut short', bearer, ticket.slice(4), tickets],
    ['one that was lengthened', bearer, `${ticket}AAAA`, tickets],
    ['one that was altered', bearer, `${ticket.startsWith('A') ? 'B' : 'A'}${ticket.slice(1)}`, tickets],
    ['other text', bearer, '+'.repeat(640), tickets],
  ])('is not opened for %s', (_what, by, text, under) => {
    expect(under.open(by, text)).toBeUndefined();
  });

  it('never holds more than fits: that is a bug', () => {
    const transaction = { transactionId: 't'.repeat(400), ticketId: 'i' };
    expect(() => tickets.seal(bearer, { ...content, transaction })).toThrow('too long');
  });
});
