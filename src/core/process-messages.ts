/**
 * Messages among the processes of the platform, on one machine or several. Each may be lost, come late or come twice: nothing may
 * depend on one. Whoever isn't of the platform can neither read nor write one.
 */
export interface ProcessMessages {
  /** Sends a message to every other process that listens. At most {@link longestProcessMessage} octets. Never fails: it is lost instead. */
  send(topic: string, content: Uint8Array): Promise<void>;

  /** Takes each message of a topic that another process sends from now on. One taker for each topic. */
  receive(topic: string, take: (content: Uint8Array) => void): void;
}

/** Octets of a message, at most. */
export const longestProcessMessage = 5_000;

/** Injection token for {@link ProcessMessages}. */
export const PROCESS_MESSAGES = Symbol('ProcessMessages');
