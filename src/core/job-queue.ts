/** How the queue of the check's pieces stands; only submitted rounds have any. It doesn't tell how many there are. */
export interface JobQueueState {
  /** Seconds since the oldest piece that is not done was put in; undefined where all are done. */
  readonly oldestSeconds: number | undefined;
  /** Seconds that a piece has waited while nobody was at work on any; undefined where somebody is, or none has waited for a minute. */
  readonly unattendedSeconds?: number | undefined;
}

/** The queue by which the pieces of batches are handed out. */
export interface JobQueue {
  /** Rejects while the database can't be asked. */
  state(): Promise<JobQueueState>;
}

/** Injection token for {@link JobQueue}. */
export const JOB_QUEUE = Symbol('JobQueue');
