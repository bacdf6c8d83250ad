/** WorkOS was not asked, because asking would have been no use or was not wanted. Says nothing about any person. */
export class WorkOSNotAskedError extends Error {
  override readonly name = 'WorkOSNotAskedError';
  readonly code = 'workos_not_asked';
  readonly reason: NotAskedReason;

  constructor(reason: NotAskedReason) {
    super(`WorkOS was not asked: ${reason}`);
    this.reason = reason;
  }
}

export type NotAskedReason =
  /** Too many failures in a row; one call a minute finds out whether that is over. */
  | 'circuit_open'
  /** The health check found WorkOS unreachable, and this isolate has asked within the last minute. */
  | 'known_down'
  /** `Retry-After` has not passed. */
  | 'asked_to_wait'
  /** The request that wanted to know has no time left. */
  | 'no_time_left';
