import type { Clock } from '../../core/clock.js';
import type { MemberStore } from '../../staff/index.js';

/** The members of staff, opened for one call. */
export interface StaffBackend {
  readonly members: MemberStore;
  readonly clock: Clock;
  close(): Promise<void>;
}

/** Opens the members of staff; the root that knows the adapters hands it in. */
export type OpenStaff = () => Promise<StaffBackend>;

/** Does this with the members of staff, and closes them however it ends. */
export async function withStaff<Value>(
  open: OpenStaff,
  work: (backend: StaffBackend) => Promise<Value>,
): Promise<Value> {
  const backend = await open();
  try {
    return await work(backend);
  } finally {
    await backend.close();
  }
}
