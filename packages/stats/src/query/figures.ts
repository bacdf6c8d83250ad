import { addDays, countDays } from '../calendar.ts';
import type { Filter } from '../filter.ts';
import type { MetricId } from '../metrics.ts';
import type { Product } from '../orders/order-reader.ts';
import type { DayRange, Dimension, Interval } from '../query.ts';
import { type Grouping, readingOf, type TimeGrouping } from './grouping.ts';
import { type Measure, measuresOf, type Of, type Source } from './measures.ts';
import type { Columns } from './scan/columns.ts';
import { asksForVisitsAlone, conditionOf } from './scan/condition.ts';
import { placesOf } from './scan/group-by.ts';
import { Groups } from './scan/groups.ts';
import type { Reading } from './scan/reading.ts';
import { scan } from './scan/scan.ts';
import { scanRest } from './scan/scan-rest.ts';
import { once } from './scan/once.ts';
import type { Choice, Selection } from './scan/selection.ts';
import { Tally } from './scan/tally.ts';

/** Figures, each counted once however many questions of one call need it. */
export class Figures {
  readonly reading: Reading;
  readonly #choices = new Map<string, Choice>();
  readonly #selections = new Map<string, Selection>();
  readonly #counted = new Map<Selection, Map<string, Columns>>();

  constructor(reading: Reading) {
    this.reading = reading;
  }

  /** The same object for the same days, filters and bots, since what is counted is kept by it. */
  select(range: DayRange, filters: readonly Filter[], bots: boolean, currency: string): Selection {
    const chosen = JSON.stringify([filters, bots]);
    return once(this.#selections, `${range.from} ${range.to} ${chosen}`, () => ({
      range,
      choice: once(this.#choices, chosen, () => this.#choose(chosen, filters, bots)),
      currency,
    }));
  }

  #choose(words: string, filters: readonly Filter[], bots: boolean): Choice {
    if (!filters.every(asksForVisitsAlone)) {
      return choiceOf(filters, bots, null, () => this.reading.from.products());
    }
    return this.reading.kept.choice(words, (key) => choiceOf(filters, bots, key, () => NO_PRODUCTS));
  }

  /** What `metrics` are made of, over all days. */
  total(metrics: readonly MetricId[], selection: Selection): Of {
    const sums = new Map<Measure, number>();
    for (const [measure, tally] of this.#overTime(metrics, selection, 'total'))
      sums.set(measure, tally.sum());
    return (measure) => sums.get(measure) ?? 0;
  }

  /** The same in each interval of the range, by its place. */
  series(metrics: readonly MetricId[], selection: Selection, interval: Interval): (place: number) => Of {
    const series = new Map(this.#overTime(metrics, selection, `each_${interval}`));
    return (place) => (measure) => series.get(measure)?.at(place) ?? 0;
  }

  /** The same per value of a dimension. */
  groups(metrics: readonly MetricId[], selection: Selection, dimension: Dimension): Groups {
    const columns = [...measuresOf(metrics)].map(([source, measures]) =>
      this.#count(source, measures, selection, dimension),
    );
    return new Groups(this.reading.names(dimension), columns);
  }

  /**
   * The same of all values but the shown ones, for metrics that these do not add up to; see `scanRest`. What does add up
   * whatever the dimension is, the products of events, is in `sum`.
   */
  rest(
    metrics: readonly MetricId[],
    selection: Selection,
    dimension: Dimension,
    shown: readonly string[],
    sum: Of,
  ): Of {
    const rest = new Map(
      [...measuresOf(metrics)].flatMap(([source, measures]) => {
        if (source === 'items') return [...measures].map((measure) => [measure, sum(measure)] as const);
        const columns = scanRest(this.reading, source, measures, selection, dimension, shown);
        return [...measures].map((measure) => [measure, columns.of(measure)?.at(0) ?? 0] as const);
      }),
    );
    return (measure) => rest.get(measure) ?? 0;
  }

  *#overTime(
    metrics: readonly MetricId[],
    selection: Selection,
    grouping: TimeGrouping,
  ): Iterable<readonly [Measure, Tally]> {
    for (const [source, measures] of measuresOf(metrics)) {
      const reading = readingOf(source, grouping);
      const columns = this.#count(source, measures, selection, reading);
      for (const measure of measures) {
        const tally = columns.of(measure) ?? new Tally();
        const isRead = reading === grouping || grouping === 'total' || grouping === 'each_hour';
        yield [measure, isRead ? tally : addUp(tally, selection.range, grouping)];
      }
    }
  }

  /** Counts what was not counted before. */
  #count(source: Source, measures: ReadonlySet<Measure>, selection: Selection, grouping: Grouping): Columns {
    let counted = this.#counted.get(selection);
    if (!counted) this.#counted.set(selection, (counted = new Map()));
    const key = `${source} ${grouping}`;
    const known = counted.get(key);
    const missing = new Set([...measures].filter((measure) => !known?.of(measure)));
    if (known && missing.size === 0) return known;
    const columns = scan(this.reading, source, missing, selection, grouping);
    if (!known) {
      counted.set(key, columns);
      return columns;
    }
    known.add(columns);
    return known;
  }
}

/** What is kept must not hold on to what was read for one call. */
const NO_PRODUCTS: ReadonlyMap<string, Product> = new Map();

function choiceOf(
  filters: readonly Filter[],
  bots: boolean,
  key: string | null,
  products: () => ReadonlyMap<string, Product>,
): Choice {
  const all = filters.map((filter) => conditionOf(filter, products));
  return { condition: all.length === 0 ? null : { all }, bots, within: null, key };
}

/** Days as longer intervals. */
function addUp(days: Tally, range: DayRange, grouping: Exclude<TimeGrouping, 'each_hour'>): Tally {
  const placeOf = placesOf(grouping, range);
  const sums = new Tally();
  const count = Math.min(days.length, countDays(range.from, range.to));
  for (let place = 0; place < count; place += 1) {
    if (days.at(place) !== 0) sums.add(placeOf(addDays(range.from, place)), days.at(place));
  }
  return sums;
}
