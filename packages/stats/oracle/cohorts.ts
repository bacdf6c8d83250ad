import type { Cohort, CohortsQuery } from '../src/cohorts.ts';
import { dayOf } from './local-time.ts';
import { sumOf } from './orders.ts';
import { resolve } from './periods.ts';
import { type Known, select } from './selection.ts';

/** What became of customers by the month of their first order; `now` is epoch ms. */
export function cohorts(known: Known, query: CohortsQuery, now: number): Cohort[] {
  const { timeZone, currency } = known.history.store;
  const monthOf = (at: number) => dayOf(timeZone, at).slice(0, 7);
  const thisMonth = monthOf(now);
  const today = dayOf(timeZone, now);
  const { range } = resolve(known, query, now);
  const bots = query.bots ?? false;
  const chosen = select(known, { range, filters: query.filters ?? [], bots }).statements;

  const orders = known.statements
    .filter(({ isOrder, customer }) => isOrder && customer !== null)
    .toSorted((a, b) => a.at - b.at || (a.order < b.order ? -1 : 1));
  const first = [...Map.groupBy(orders, ({ customer }) => customer).values()].flatMap((of) => of.slice(0, 1));
  const members = first.filter((order) => chosen.includes(order) && dayOf(timeZone, order.at) <= today);

  return [...Map.groupBy(members, ({ at }) => monthOf(at))]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([month, of]) => {
      const customers = of.map(({ customer }) => customer);
      const ordered = orders.filter(({ customer }) => customers.includes(customer)).map(({ order }) => order);
      const months = monthsFrom(month, thisMonth);
      return {
        month: `${month}-01`,
        customers: of.length,
        months: months.map((during) => {
          const said = known.statements.filter(
            ({ order, at, bot }) =>
              ordered.includes(order) &&
              monthOf(at) === during &&
              dayOf(timeZone, at) <= today &&
              dayOf(timeZone, at) >= range.from &&
              (bots || !bot),
          );
          const placed = said.filter(({ isOrder }) => isOrder);
          const sum = sumOf(said.filter((one) => one.currency === currency).map(({ amounts }) => amounts));
          return {
            customers: new Set(placed.map(({ customer }) => customer)).size,
            orders: placed.length,
            netSales: sum.gross - sum.discount - sum.returns + sum.adjustment,
          };
        }),
      };
    });
}

function monthsFrom(month: string, last: string): string[] {
  const months: string[] = [];
  let [year, number] = month.split('-').map(Number) as [number, number];
  for (;;) {
    const next = `${String(year).padStart(4, '0')}-${String(number).padStart(2, '0')}`;
    if (next > last) return months;
    months.push(next);
    number += 1;
    if (number > 12) [year, number] = [year + 1, 1];
  }
}
