import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import type { ConnectionLimits } from './connections.js';

/** What uploads are held to: see {@link ConnectionLimits}. */
export type UploadLimits = Pick<ConnectionLimits, 'request' | 'checkEvery' | 'uploadRate' | 'uploads'>;

/**
 * Uploads of signed-in people, which may take longer than other requests where the line is slow. From their headers on they are held to a least rate
 * in place of a time, a few at once. Whoever isn't admitted is held to the time, as everybody.
 */
export class SignedInUploads {
  private readonly watched = new Map<Socket, NodeJS.Timeout>();

  /** `hangUp` answers and ends a connection that is too slow. */
  constructor(
    private readonly limits: UploadLimits,
    private readonly hangUp: (socket: Socket) => void,
  ) {}

  /**
   * Admits the upload of this request, of at most `bytes`, until its last octet or its end. Nothing where as many run as may, or where it is here as a
   * whole.
   */
  admit(request: IncomingMessage, bytes: number): void {
    const { socket } = request;
    if (request.complete || this.watched.size >= this.limits.uploads || this.watched.has(socket)) return;
    // What has come of the body with the headers waits to be read.
    const [begun, before] = [performance.now(), socket.bytesRead - request.readableLength];
    const check = (): void => {
      const seconds = (performance.now() - begun - this.limits.request) / 1_000;
      if (!isTooSlow(seconds, socket.bytesRead - before, bytes, this.limits.uploadRate)) return;
      this.end(socket);
      this.hangUp(socket);
    };
    this.watched.set(socket, setInterval(check, this.limits.checkEvery).unref());
    const end = (): void => this.end(socket);
    request.once('end', end).once('close', end);
  }

  /** Whether an upload that was admitted is coming in by this connection. */
  has(socket: Socket): boolean {
    return this.watched.has(socket);
  }

  private end(socket: Socket): void {
    clearInterval(this.watched.get(socket));
    this.watched.delete(socket);
  }
}

/**
 * Whether an upload that has brought so many octets is too slow, or too long in all, so many seconds after the time that everybody has. `most` is the
 * most that its body may have: not even at the least rate it takes longer than that.
 */
function isTooSlow(seconds: number, octets: number, most: number, rate: number): boolean {
  return seconds > 0 && (octets < seconds * rate || most < seconds * rate);
}
