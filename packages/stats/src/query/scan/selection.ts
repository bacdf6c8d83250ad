import type { DayRange } from '../../query.ts';
import type { Condition } from './condition.ts';

/** Which rows are counted. */
export interface Selection {
  readonly range: DayRange;
  readonly choice: Choice;
  /** The store's: amounts in any other are left out. */
  readonly currency: string;
}

/** Of those of some days. The same choice is the same object: what is worked out for one is kept by it. */
export interface Choice {
  /** Null: all of them. */
  readonly condition: Condition | null;
  readonly bots: boolean;
  /** Of those that are chosen here already. */
  readonly within: Choice | null;
  /** What it is known by from call to call; null where it is made for one, or where more than visits decide it. */
  readonly key: string | null;
}
