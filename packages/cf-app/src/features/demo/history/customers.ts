import type { Random } from './random.ts';

/** Of orders, as far as whoever placed one can have ordered before. */
const BY_REGULARS = 0.34;
/** Days until somebody orders again. */
const SOONEST = 6;
const LATEST = 80;

/** The first to order on a day are those who like it best. */
const KEEN: readonly { readonly weight: number; readonly place: number }[] = [
  { weight: 6, place: 1 },
  { weight: 3, place: 2 },
  { weight: 2, place: 3 },
  { weight: 1, place: 4 },
];

/**
 * Who places the orders of a day, one after the other: somebody new, or one of those who were new on an earlier day. Depends on
 * nothing but the day, so that any stretch of a history can be made anew; who was never new before simply is it now.
 */
export function customersOf(day: number, random: Random): () => string {
  let newcomers = 0;
  return () => {
    if (!random.chance(BY_REGULARS)) return customer(day, ++newcomers);
    const ago = SOONEST + Math.round((LATEST - SOONEST) * random.next() ** 1.6);
    return customer(day - ago, random.weighted(KEEN).place);
  };
}

function customer(day: number, place: number): string {
  return `C-${day}-${place}`;
}
