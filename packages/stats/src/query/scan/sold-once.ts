import { valueAt } from '../../columns/coded.ts';
import type { DayOrders } from '../../orders/day-orders.ts';
import type { Mask } from './mask.ts';

/** An order that sells several products of a group is one order of it, however many days they were sold on. */
export class SoldOnce {
  readonly #orders = new Map<number, Set<string>>();

  /** 1 for each counted line that is the first of its order to sell a product of its group. */
  firstLines({ postings, lines }: DayOrders, counted: Mask, groups: Uint32Array): Uint8Array {
    const first = new Uint8Array(lines.count);
    for (let posting = 0; posting < postings.count; posting += 1) {
      const order = valueAt(postings.order, posting);
      const end = postings.linesFrom[posting + 1] ?? 0;
      for (let line = postings.linesFrom[posting] ?? 0; line < end; line += 1) {
        if (counted[line] === 1 && lines.isOrder[line] === 1 && this.#add(groups[line] ?? 0, order)) {
          first[line] = 1;
        }
      }
    }
    return first;
  }

  /** Whether it is new there. */
  #add(group: number, order: string): boolean {
    const orders = this.#orders.get(group);
    if (orders?.has(order)) return false;
    if (orders) orders.add(order);
    else this.#orders.set(group, new Set([order]));
    return true;
  }
}
