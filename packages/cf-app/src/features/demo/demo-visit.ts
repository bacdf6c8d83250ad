import type { ReceivedBatch } from '@layerkick/stats/event';
import { AUTOMATED } from '../../api/collector/traffic.ts';

/** In the demo storefront a headless browser plays a customer: automated journeys buy there and look for their order. */
export function demoVisit(batch: ReceivedBatch): ReceivedBatch {
  return batch.bot === 'headless browser' || batch.bot === AUTOMATED ? { ...batch, bot: null } : batch;
}
