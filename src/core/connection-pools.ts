/** How one pool of database connections stands now. */
export interface PoolState {
  /** Whose pool: `intake`, `lead`, `staff`, `checking`, `health`. */
  readonly pool: string;
  /** The most connections it may have. */
  readonly limit: number;
  /** Connections in use. */
  readonly busy: number;
  /** Requests that wait for a connection. */
  readonly waiting: number;
}

/** The pools of database connections of this process. */
export interface ConnectionPools {
  states(): readonly PoolState[];
}

/** Injection token for {@link ConnectionPools}. */
export const CONNECTION_POOLS = Symbol('ConnectionPools');
