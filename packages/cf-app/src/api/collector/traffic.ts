import { botReason } from '@layerkick/stats/classify/bot';
import { dataCentreOf } from '@layerkick/stats/classify/data-centres';
import type { EventBatch } from './parse-batch.ts';

export interface Traffic {
  /** What the tracker says itself. */
  readonly mark: EventBatch['mark'];
  readonly userAgent: string;
  /** Number of the network (AS) that a browser is in; null for a server, which may be in any, and where it is not known. */
  readonly network: number | null;
  readonly isTooFast: boolean;
}

/** The shop's own people, in the words that the figures leave them out by. */
export const INTERNAL = 'internal traffic';
/** A browser that a program steers, which browsers themselves tell. */
export const AUTOMATED = 'automated browser';

/** Why this is no customer; null where it is one as far as can be told. Such traffic is kept with its reason, never dropped. */
export function notACustomer({ mark, userAgent, network, isTooFast }: Traffic): string | null {
  if (mark === 'internal') return INTERNAL;
  const bot = botReason(userAgent);
  if (bot !== null) return bot;
  if (mark === true) return AUTOMATED;
  const dataCentre = dataCentreOf(network);
  if (dataCentre !== null) return `data centre: ${dataCentre}`;
  return isTooFast ? 'impossible speed' : null;
}
