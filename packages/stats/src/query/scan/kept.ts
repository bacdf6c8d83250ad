import type { Coded } from '../../columns/coded.ts';
import type { DaySegment } from '../../days/day-segment.ts';
import type { Dimension } from '../../dimensions.ts';
import type { DayOrders } from '../../orders/day-orders.ts';
import { BoundedCache, MemoryBudget } from '../../columns/bounded-cache.ts';
import { type EventDimension, type HeldValues, heldValues, sizeOfHeld } from './held-values.ts';
import { KeptMasks } from './kept-masks.ts';
import { convertedVisits } from './led-visits.ts';
import { Names } from './names.ts';
import { numberOf } from './number-of.ts';
import { once } from './once.ts';
import { type Owners, repeatsIn } from './owners.ts';
import { type PostingVisits, postingVisits } from './posting-visits.ts';
import { Purchases } from './purchases.ts';
import { type GroupPerRow, groupsByCode } from './row-groups.ts';
import type { Choice } from './selection.ts';

/** Above this many names of a dimension they are given up, those of days long not asked for with them. */
const MOST_NAMES = 200_000;
const MOST_CHOICES = 200;

/** What is worked out of days once and kept from question to question, for as long as the days are the same. */
export class Kept {
  readonly masks: KeptMasks;
  readonly #choices = new BoundedCache<Choice, string>(new MemoryBudget(MOST_CHOICES));
  #lastChoice = 0;
  readonly #names = new Map<Dimension, Names>();
  readonly #held: BoundedCache<HeldValues, string>;
  readonly #repeats: BoundedCache<Uint32Array>;
  readonly #purchases = new WeakMap<DaySegment, Purchases>();
  readonly #converted = new WeakMap<DaySegment, Made<DayOrders, Uint32Array>>();
  readonly #postingVisits = new WeakMap<DayOrders, Made<DaySegment, PostingVisits>>();
  readonly #postingIds = new WeakMap<PostingVisits, Map<Names, GroupPerRow>>();
  readonly #lineIds = new WeakMap<Coded, Map<Names, GroupPerRow>>();

  constructor(budget: MemoryBudget) {
    this.masks = new KeptMasks(budget);
    this.#held = new BoundedCache(budget);
    this.#repeats = new BoundedCache(budget);
  }

  names(dimension: Dimension): Names {
    let names = this.#names.get(dimension);
    if (!names || names.size > MOST_NAMES) this.#names.set(dimension, (names = new Names()));
    return names;
  }

  /** The same choice for the same words, for which visits alone decide what is chosen. */
  choice(words: string, make: (key: string) => Choice): Choice {
    return this.#choices.once(
      words,
      () => make(String((this.#lastChoice += 1))),
      () => 1,
    );
  }

  held(segment: DaySegment, dimension: EventDimension): HeldValues {
    const name = `${numberOf(segment)} ${dimension}`;
    return this.#held.once(name, () => heldValues(segment, dimension), sizeOfHeld);
  }

  /** Of which visitor the visits of a segment are. */
  visitors(segment: DaySegment): Owners {
    const of = segment.visitor();
    const make = () => repeatsIn(of);
    return { of, repeats: this.#repeats.once(numberOf(segment), make, ({ byteLength }) => byteLength) };
  }

  purchases(segment: DaySegment): Purchases {
    let purchases = this.#purchases.get(segment);
    if (!purchases) this.#purchases.set(segment, (purchases = new Purchases(segment)));
    return purchases;
  }

  /** The visits of a segment that led to an order of these days. */
  converted(segment: DaySegment, days: readonly DayOrders[]): Uint32Array {
    return made(this.#converted, segment, days, () => convertedVisits(this.purchases(segment), days));
  }

  /** Where in these segments the visits of a day's postings are. */
  postingVisits(orders: DayOrders, segments: readonly DaySegment[]): PostingVisits {
    return made(this.#postingVisits, orders, segments, () =>
      postingVisits(orders, segments, (segment) => this.purchases(segment)),
    );
  }

  /** The name of each posting, which follows from its visit. */
  postingIds(visits: PostingVisits, names: Names, find: () => GroupPerRow): GroupPerRow {
    return once(namesOf(this.#postingIds, visits), names, find);
  }

  /** The name of each line's product. */
  lineIds(products: Coded, names: Names): GroupPerRow {
    const { codes, values } = products;
    return once(namesOf(this.#lineIds, products), names, () => groupsByCode(codes, names.ids(values)));
  }
}

function namesOf<Key extends object, Ids>(kept: WeakMap<Key, Map<Names, Ids>>, key: Key): Map<Names, Ids> {
  let ids = kept.get(key);
  if (!ids) kept.set(key, (ids = new Map()));
  return ids;
}

/** Something and what it was made of. */
interface Made<Of, Result> {
  readonly of: readonly Of[];
  readonly result: Result;
}

function made<Key extends object, Of, Result>(
  kept: WeakMap<Key, Made<Of, Result>>,
  key: Key,
  of: readonly Of[],
  make: () => Result,
): Result {
  const known = kept.get(key);
  if (known && known.of.length === of.length && known.of.every((one, index) => one === of[index])) {
    return known.result;
  }
  const result = make();
  kept.set(key, { of, result });
  return result;
}
