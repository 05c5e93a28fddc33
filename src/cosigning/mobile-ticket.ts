import { hkdfSync } from 'node:crypto';
import { type JsonBounds, parseJson } from '../core/json.js';
import type { NationalId } from '../core/national-id.js';
import { openSealedOctets, sealOctets } from '../core/sealed-octets.js';
import type { MobileTransaction, OpenRound } from './ports.js';

/** What somebody who was asked to sign on their phone keeps, and comes back with. */
export interface MobileTicket {
  /** The challenge in the statement. */
  readonly challenge: string;
  /** Until when the phone takes a signature, in milliseconds since the epoch. */
  readonly expiresAt: number;
  readonly transaction: MobileTransaction;
}

/** Whom a ticket is for. */
type TicketBearer = Pick<OpenRound, 'caseNumber' | 'ordinal'> & { readonly nationalId: NationalId };

/** Every ticket is as long: its length tells nothing of what the service answered. */
const clearLength = 452;
const bounds: JsonBounds = { size: clearLength, depth: 2 };
/** 480 octets fill 640 characters exactly, so every ticket has one spelling. */
const form = /^[A-Za-z0-9_-]{640}$/;

/**
 * Seals and opens tickets, so that the platform itself keeps nothing of somebody who has not signed yet. A ticket is bound to the round and
 * to the number, which is not in it.
 */
export class MobileTickets {
  private readonly key: Uint8Array;

  /** `secret` is one that every process of the platform has. */
  constructor(secret: Uint8Array) {
    this.key = new Uint8Array(hkdfSync('sha256', secret, '', 'lianshu mobile tickets', 32));
  }

  /** A ticket: 640 characters of base64url over the sealed octets of JSON, filled up with spaces. */
  seal(bearer: TicketBearer, { challenge, expiresAt, transaction }: MobileTicket): string {
    const { transactionId, ticketId } = transaction;
    const json = JSON.stringify({ challenge, expiresAt, transactionId, ticketId });
    const clear = Buffer.from(json.padEnd(clearLength), 'utf8');
    if (clear.length !== clearLength) throw new RangeError('a ticket that is too long');
    return Buffer.from(sealOctets(this.key, clear, about(bearer))).toString('base64url');
  }

  /** What is in a ticket; undefined where it isn't one of this platform for this bearer. */
  open(bearer: TicketBearer, ticket: string): MobileTicket | undefined {
    if (!form.test(ticket)) return undefined;
    const clear = openSealedOctets(this.key, Buffer.from(ticket, 'base64url'), about(bearer));
    if (clear === undefined) return undefined;
    const read = parseJson(clear, bounds, (json) => ({
      challenge: json.member('challenge').text(),
      expiresAt: json.member('expiresAt').integer(),
      transaction: {
        transactionId: json.member('transactionId').text(),
        ticketId: json.member('ticketId').text(),
      },
    }));
    return read.ok ? read.value : undefined;
  }
}

const about = ({ caseNumber, ordinal, nationalId }: TicketBearer): string =>
  `mobile-ticket:1:${caseNumber}:${String(ordinal)}:${nationalId}`;
