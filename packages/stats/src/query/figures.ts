import type { Database } from '../database.ts';
import type { MetricId } from '../metrics.ts';
import { METRIC_IDS } from '../metrics.ts';
import type { Dimension, MetricValues } from '../query.ts';
import { distinctRest } from './distinct-rest.ts';
import { type Grouping, isOverTime, readingOf } from './grouping.ts';
import { addMeasures, type Measures, measuresOf, metricValue } from './measures.ts';
import { type Groups, scan } from './scan.ts';
import type { Selection } from './selection.ts';

/** Everything that is counted anywhere. */
const ALL_MEASURES = measuresOf(METRIC_IDS);

/** Reads figures, each once however many questions of one call need it. */
export class Figures {
  readonly #db: Database;
  readonly #read = new Map<string, Groups>();

  constructor(db: Database) {
    this.#db = db;
  }

  /** What `metrics` are made of, per group. */
  groups(metrics: readonly MetricId[], selection: Selection, grouping: Grouping): Groups {
    const merged = new Map<string | number, Measures>();
    for (const [source, needed] of measuresOf(metrics)) {
      // Many questions ask for totals, each for others: reading all of a source at once is what they can share.
      const measures = (isOverTime(grouping) && ALL_MEASURES.get(source)) || needed;
      const reading = readingOf(source, grouping);
      const groups = this.#once(JSON.stringify([source, [...measures], selection, reading]), () =>
        scan(this.#db, source, measures, selection, reading),
      );
      for (const [key, counted] of groups) merged.set(key, addMeasures(merged.get(key) ?? {}, counted));
    }
    return merged;
  }

  /** What `metrics` are made of, over all days. */
  total(metrics: readonly MetricId[], selection: Selection): Measures {
    return sumOf(this.groups(metrics, selection, 'total').values());
  }

  /** What `metrics` are made of, of all values but the shown ones; see `distinctRest`. */
  rest(
    metrics: readonly MetricId[],
    selection: Selection,
    dimension: Dimension,
    shown: readonly string[],
  ): Measures {
    const parts = [...measuresOf(metrics).keys()].flatMap((source) => {
      const key = JSON.stringify(['rest', source, selection, dimension, shown]);
      const read = () => new Map([['', distinctRest(this.#db, source, selection, dimension, shown)]]);
      return [...this.#once(key, read).values()];
    });
    return sumOf(parts);
  }

  #once(key: string, read: () => Groups): Groups {
    let groups = this.#read.get(key);
    if (!groups) this.#read.set(key, (groups = read()));
    return groups;
  }
}

export function sumOf(parts: Iterable<Measures>): Measures {
  let sum: Measures = {};
  for (const part of parts) sum = addMeasures(sum, part);
  return sum;
}

/** `metrics` as values, null for those that `isKnown` denies. */
export function valuesOf(
  metrics: readonly MetricId[],
  measures: Measures,
  isKnown: (metric: MetricId) => boolean = () => true,
): MetricValues {
  const values: { [Id in MetricId]?: number | null } = {};
  for (const metric of metrics) {
    values[metric] = isKnown(metric) ? metricValue(metric, measures) : null;
  }
  return values;
}
