import { EventEmitter } from 'node:events';
import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { usualConnectionLimits } from '../../../src/http/server/connections.js';
import { SignedInUploads } from '../../../src/http/server/signed-in-uploads.js';

const { uploadRate, uploads: most } = usualConnectionLimits;
const megabit = 125_000;

/** An upload that comes in at a rate. */
class Upload extends EventEmitter {
  readonly socket = { bytesRead: 500 };
  complete = false;
  readonly readableLength = 0;

  get request(): IncomingMessage {
    return this as unknown as IncomingMessage;
  }

  /** Brings octets, second by second. */
  come(seconds: number, octetsASecond: number): void {
    for (let second = 0; second < seconds; second += 1) {
      this.socket.bytesRead += octetsASecond;
      jest.advanceTimersByTime(1_000);
    }
  }
}

describe('the upload of somebody signed in', () => {
  const hungUp: Socket[] = [];
  let uploads: SignedInUploads;
  beforeEach(() => {
    jest.useFakeTimers();
    hungUp.length = 0;
    uploads = new SignedInUploads(usualConnectionLimits, (socket) => hungUp.push(socket));
  });
  afterEach(() => {
    jest.useRealTimers();
  });
  const admitted = (bytes = 33_554_432): Upload => {
    const upload = new Upload();
    uploads.admit(upload.request, bytes);
    return upload;
  };
  const runs = ({ request }: Upload): boolean => uploads.has(request.socket);

  it('may take longer than other requests: ten megabytes by two megabits a second', () => {
    const upload = admitted();
    upload.come(40, 2 * megabit);
    expect([runs(upload), hungUp]).toEqual([true, []]);
    upload.emit('end');
    expect(runs(upload)).toBe(false);
  });

  it.each<[string, number, number, boolean]>([
    ['comes to a stop, within the time that everybody has', 30, 0, true],
    ['comes to a stop', 32, 0, false],
    ['is just fast enough', 100, uploadRate * 0.75, true],
    ['is too slow in the end', 150, uploadRate * 0.75, false],
    ['brings more than it may, at the least rate, as long as that takes', 510, uploadRate, true],
    ['takes longer than all that it may bring takes at the least rate', 545, uploadRate, false],
  ])('that %s, after %i s', (_what, seconds, rate, goesOn) => {
    const upload = admitted();
    upload.come(seconds, rate);
    expect(runs(upload)).toBe(goesOn);
    expect(hungUp).toEqual(goesOn ? [] : [upload.socket]);
  });

  it('is held to the time where as many run as may, until one has ended', () => {
    const running = Array.from({ length: most }, () => admitted());
    expect(running.every(runs)).toBe(true);
    expect(runs(admitted())).toBe(false);
    running[0]?.emit('close');
    expect(runs(admitted())).toBe(true);
  });

  it('that is here as a whole is not watched', () => {
    const upload = new Upload();
    upload.complete = true;
    uploads.admit(upload.request, 1_000);
    expect(runs(upload)).toBe(false);
    expect(jest.getTimerCount()).toBe(0);
  });
});
