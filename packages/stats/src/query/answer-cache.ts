import { BoundedCache, MemoryBudget } from '../columns/bounded-cache.ts';
import type { StatsAnswer } from '../query.ts';
import type { DataVersion, ReadOnce } from './scan/read-once.ts';

/** Some hundred answers of what a page shows. */
const MOST_BYTES = 4_000_000;
const BYTES_PER_CHARACTER = 2;

/** What an answer says, whenever it is given. */
export type Findings = Pick<
  StatsAnswer,
  'totals' | 'totalsBefore' | 'series' | 'seriesBefore' | 'rows' | 'others' | 'rowCount' | 'warnings'
>;

/** Answers about days that are over, kept for as long as everything is the same that they were found in. */
export class AnswerCache {
  readonly #kept = new BoundedCache<{ readonly findings: Findings; readonly version: DataVersion }, string>(
    new MemoryBudget(MOST_BYTES),
  );

  /** `question` says all that findings depend on besides what is read. */
  find(question: string, reading: ReadOnce, findings: () => Findings): Findings {
    const known = this.#kept.get(question);
    if (known && reading.is(known.version)) return known.findings;
    const found = findings();
    const size = question.length + JSON.stringify(found).length;
    this.#kept.set(question, { findings: found, version: reading.version() }, size * BYTES_PER_CHARACTER);
    return found;
  }
}
