/**
 * When a call to WorkOS is repeated, and when none is made at all (design §5).
 *
 * In the background the whole schedule is used. On a request, where somebody waits, the same schedule runs inside a
 * deadline, so that one or two repetitions are what it comes to.
 */
export interface RetrySchedule {
  readonly firstDelayMs: number;
  readonly factor: number;
  readonly mostRetries: number;
  readonly longestDelayMs: number;
  /** A delay is this much longer or shorter by chance, as a fraction of it. */
  readonly jitter: number;
}

export const RETRIES: RetrySchedule = {
  firstDelayMs: 1000,
  factor: 2,
  mostRetries: 5,
  longestDelayMs: 30_000,
  jitter: 0.2,
};

export const BREAKER = {
  /** In a row. */
  failures: 10,
  openMs: 60_000,
} as const;

/** Longer than this nobody is believed who asks us to wait. */
export const LONGEST_WAIT_ASKED_MS = 10 * 60_000;

/**
 * How long to wait before repetition number `retry` (from 1), in ms.
 *
 * @param askedMs what `Retry-After` asked for; it is obeyed to the millisecond
 * @param random in [0, 1)
 */
export function retryDelay(
  retry: number,
  askedMs: number | null,
  random: () => number,
  schedule: RetrySchedule = RETRIES,
): number {
  const { firstDelayMs, factor, longestDelayMs, jitter } = schedule;
  const planned = Math.min(longestDelayMs, firstDelayMs * factor ** (retry - 1));
  const varied = planned * (1 - jitter + 2 * jitter * random());
  return Math.max(varied, askedMs ?? 0);
}
