import { METRIC_IDS } from '@layerkick/stats/metrics';
import { z } from 'zod/mini';
import { FEWEST_CARDS, MOST_CARDS } from './card-limits.ts';

/** Which figures are on the cards, in order. */
export const cardChoice = z.array(z.enum(METRIC_IDS)).check(
  z.minLength(FEWEST_CARDS),
  z.maxLength(MOST_CARDS),
  z.refine((cards) => new Set(cards).size === cards.length, 'each figure once'),
);
