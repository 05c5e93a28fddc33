import type { Timer } from './ports.js';

/** Node's own timer; it does not keep the process alive. */
export const systemTimer: Timer = {
  after: (milliseconds, action) => {
    const timeout = setTimeout(action, milliseconds);
    timeout.unref();
    return () => {
      clearTimeout(timeout);
    };
  },
};
