import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { addressBlock } from '../limits/address-block.js';

/** How long a connection may take for what, in milliseconds, and how many there may be. */
export interface ConnectionLimits {
  /** From connecting, or from the end of the last answer, until the last header has arrived. */
  readonly headers: number;
  /** From the first octet of a request to its last. */
  readonly request: number;
  /**
   * Octets a second that an upload of a signed-in person brings at least on the average, once `request` has passed: such an upload is not held to
   * that time.
   */
  readonly uploadRate: number;
  /** Such uploads at once; further ones are held to the time. */
  readonly uploads: number;
  /** Without a request, after an answer. */
  readonly idle: number;
  /** Without an octet in either direction. */
  readonly silent: number;
  /** How often slow ones are looked for. */
  readonly checkEvery: number;
  /** Connections at once. */
  readonly maximum: number;
  /** Connections at once from one address, where no reverse proxy stands in front. */
  readonly maximumOfAddress: number;
}

/** What production uses. A proxy in front keeps its own connections shorter than `idle`. */
export const usualConnectionLimits: ConnectionLimits = {
  headers: 10_000,
  request: 30_000,
  uploadRate: 65_536,
  uploads: 4,
  idle: 65_000,
  silent: 70_000,
  checkEvery: 1_000,
  maximum: 4_096,
  maximumOfAddress: 256,
};

/**
 * Hangs up on connections over the limits as they come. With a proxy in front every connection is the proxy's, so they are not told
 * apart by address.
 */
export function limitConnections(server: Server, limits: ConnectionLimits, trustedProxies: number): void {
  server.maxConnections = limits.maximum;
  if (trustedProxies > 0) return;
  const open = new Map<string, number>();
  server.on('connection', (socket: Socket) => {
    const address = addressBlock(socket.remoteAddress ?? '');
    const count = (open.get(address) ?? 0) + 1;
    open.set(address, count);
    socket.once('close', () => {
      const left = (open.get(address) ?? 1) - 1;
      if (left === 0) open.delete(address);
      else open.set(address, left);
    });
    if (count > limits.maximumOfAddress) socket.destroy();
  });
}
