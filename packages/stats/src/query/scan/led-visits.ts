import { valueAt } from '../../columns/coded.ts';
import type { DayOrders } from '../../orders/day-orders.ts';
import type { Purchases } from './purchases.ts';

/** The place of a visit that led to an order, and whether that was its customer's first. */
export interface LedOrder {
  readonly visit: number;
  readonly customerKind: string;
}

/** The orders of some days that visits of a segment led to. */
export function ledOrders(purchases: Purchases, days: readonly DayOrders[]): LedOrder[] {
  return days.flatMap(({ led }) =>
    Array.from(led.event, (event, index) => ({
      visit: purchases.visitOf(event),
      customerKind: valueAt(led.customerKind, index),
    })).filter(({ visit }) => visit !== -1),
  );
}

/** The visits of a segment that led to an order, each once. */
export function convertedVisits(purchases: Purchases, days: readonly DayOrders[]): Uint32Array {
  const visits = new Set<number>();
  for (const { led } of days) {
    for (const event of led.event) visits.add(purchases.visitOf(event));
  }
  visits.delete(-1);
  return Uint32Array.from(visits);
}
