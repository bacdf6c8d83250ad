const DAY_MS = 86_400_000;

/** What is needed to place an event on our clock; all epoch ms, `sent` and `at` by the sender's clock. */
export interface EventClock {
  readonly received: number;
  readonly sent: number;
  readonly at: number;
}

/**
 * When an event happened by our clock: as long before the batch was received as it was before the batch was sent.
 * A sender's wrong clock cancels out. The result is a whole epoch ms, at most 24 h before `received` and never
 * after it, so that nobody can write into days that are closed or have not come yet.
 */
export function eventTime({ received, sent, at }: EventClock): number {
  const age = Math.round(sent - at);
  return received - Math.min(Math.max(age, 0), DAY_MS);
}
