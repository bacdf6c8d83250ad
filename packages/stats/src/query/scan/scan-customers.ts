import { valueAt } from '../../columns/coded.ts';
import type { Measure } from '../measures.ts';
import { Columns } from './columns.ts';
import type { GroupBy } from './group-by.ts';
import { postingGroups } from './posting-groups.ts';
import { groupAt } from './row-groups.ts';
import type { Reading } from './reading.ts';
import type { Selection } from './selection.ts';

/** Who ordered, each once per group however many days are in it. */
export function scanCustomers(
  reading: Reading,
  wanted: ReadonlySet<Measure>,
  { range, choice }: Selection,
  group: GroupBy,
): Columns {
  const columns = new Columns(wanted, 'customers');
  const returning = columns.of('returning_customers');
  const [seen, seenReturning] = [new Seen(), new Seen()];
  for (const rows of reading.orders(range)) {
    const { isOrder, customer, customerKind } = rows.orders.postings;
    const mask = rows.postings(choice);
    const groups = postingGroups(rows, group);
    for (let row = 0; row < mask.length; row += 1) {
      const name = valueAt(customer, row);
      if (mask[row] === 0 || isOrder[row] === 0 || name === '') continue;
      const of = groupAt(groups, row);
      if (seen.add(of, name)) columns.rows.add(of, 1);
      if (returning && valueAt(customerKind, row) === 'returning' && seenReturning.add(of, name))
        returning.add(of, 1);
    }
  }
  return columns;
}

/** Names by group. */
class Seen {
  readonly #names = new Map<number, Set<string>>();

  /** Whether it is new there. */
  add(group: number, name: string): boolean {
    const names = this.#names.get(group);
    if (names?.has(name)) return false;
    if (names) names.add(name);
    else this.#names.set(group, new Set([name]));
    return true;
  }
}
