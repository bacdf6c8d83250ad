import type { ReceivedBatch } from '@layerkick/stats/event';

/** In the demo storefront a headless browser plays a customer: automated journeys buy there and look for their order. */
export function demoVisit(batch: ReceivedBatch): ReceivedBatch {
  return batch.bot === 'headless browser' ? { ...batch, bot: null } : batch;
}
