import type { Database } from '../database.ts';
import type { MetricId } from '../metrics.ts';
import type { MetricValues } from '../query.ts';
import { addMeasures, FORMULAS, type Measures, type Source } from './measures.ts';
import { type Grouping, type Groups, scan, type Selection } from './scan.ts';

/** Scans, each done once however many questions of one call need it. */
export class Scans {
  readonly #db: Database;
  readonly #done = new Map<string, Groups>();

  constructor(db: Database) {
    this.#db = db;
  }

  /** The measures that `metrics` are made of, per group. */
  groups(metrics: readonly MetricId[], selection: Selection, grouping: Grouping): Groups {
    const sources = sourcesOf(metrics);
    const [first, ...others] = sources.map((source) => this.#scan(source, selection, grouping));
    if (!first || others.length === 0) return first ?? new Map();
    const merged = new Map(first);
    for (const groups of others) {
      for (const [key, measures] of groups) merged.set(key, addMeasures(merged.get(key) ?? {}, measures));
    }
    return merged;
  }

  /** Over all days: visitors are told apart by day, so this is exact for them as well. */
  total(metrics: readonly MetricId[], selection: Selection): Measures {
    return sumOf(this.groups(metrics, selection, { by: 'day' }).values());
  }

  #scan(source: Source, selection: Selection, grouping: Grouping): Groups {
    const key = JSON.stringify([source, selection, grouping]);
    let groups = this.#done.get(key);
    if (!groups) this.#done.set(key, (groups = scan(this.#db, source, selection, grouping)));
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
    values[metric] = isKnown(metric) ? FORMULAS[metric].value((measure) => measures[measure] ?? 0) : null;
  }
  return values;
}

function sourcesOf(metrics: readonly MetricId[]): Source[] {
  return [...new Set(metrics.flatMap((metric) => FORMULAS[metric].sources))];
}
