import { netAt } from '../orders/day-orders.ts';
import { addMonths, startOfMonth } from '../calendar.ts';
import type { Cohort, CohortMonth, CohortsAnswer, ParsedCohortsQuery } from '../cohorts.ts';
import { valueAt } from '../columns/coded.ts';
import type { DayRange } from '../query.ts';
import type { StoreSettings } from '../store.ts';
import { TimeZone } from '../time-zone.ts';
import { rangesOf } from './ranges.ts';
import type { AnswerClock, Sources } from './answer.ts';
import { Figures } from './figures.ts';
import { forgetMasks } from './scan/new-mask.ts';
import { Reading } from './scan/reading.ts';
import type { Choice } from './scan/selection.ts';
import { rebuildingWarning } from './warnings.ts';

/** What became of customers by the month of their first order. */
export function answerCohorts(
  { days, orders, store, usage, kept }: Sources,
  given: StoreSettings,
  query: ParsedCohortsQuery,
  clock: AnswerClock,
): CohortsAnswer {
  forgetMasks();
  const started = clock.elapsed();
  const { rowsRead, bytesRead } = usage;
  const { currency } = given;
  const timeZone = store?.timeZone ?? given.timeZone;
  const zone = TimeZone.of(timeZone);
  const { range } = rangesOf(query, store, zone, clock.now);
  const reading = new Reading(days, orders, zone, kept);
  const figures = new Figures(reading);
  const today = zone.dayOf(clock.now);
  const first = { from: range.from, to: range.to < today ? range.to : today };
  const { choice } = figures.select(first, query.filters, query.bots, currency);
  const everything = figures.select(first, [], query.bots, currency).choice;
  const members = firstCustomers(reading, first, choice);
  return {
    query: { ...query, range, timeZone, currency },
    cohorts: follow(reading, members, { from: range.from, to: today }, everything, currency),
    freshness: { lastEventAt: store?.lastAt ?? null, answeredAt: clock.now },
    rowsRead: usage.rowsRead - rowsRead,
    bytesRead: usage.bytesRead - bytesRead,
    durationMs: clock.elapsed() - started,
    warnings: rebuildingWarning(store),
  };
}

/** The customers whose first order is one of the chosen ones of these days, and the month that it is in. */
function firstCustomers(reading: Reading, range: DayRange, choice: Choice): Map<string, string> {
  const months = new Map<string, string>();
  if (range.from > range.to) return months;
  for (const rows of reading.orders(range)) {
    const { day, postings } = rows.orders;
    const mask = rows.postings(choice);
    for (let posting = 0; posting < postings.count; posting += 1) {
      if (mask[posting] === 0 || postings.isOrder[posting] === 0) continue;
      if (valueAt(postings.customerKind, posting) !== 'new') continue;
      months.set(valueAt(postings.customer, posting), startOfMonth(day));
    }
  }
  return months;
}

/** What the customers do from their month on. */
function follow(
  reading: Reading,
  members: ReadonlyMap<string, string>,
  range: DayRange,
  choice: Choice,
  currency: string,
): Cohort[] {
  const cohorts = new Map(
    [...Map.groupBy(members, ([, month]) => month)].map(([month, { length }]) => [
      month,
      { customers: length, months: monthsBetween(month, range.to).map((of) => new MonthCount(of)) },
    ]),
  );
  if (cohorts.size === 0) return [];
  for (const rows of reading.orders(range)) {
    const { day, postings } = rows.orders;
    const month = startOfMonth(day);
    const ofCustomer = postings.customer.values.map((customer) =>
      cohorts.get(members.get(customer) ?? '')?.months.find((count) => count.month === month),
    );
    const mask = rows.postings(choice);
    const own = rows.inCurrency(mask, currency);
    for (let posting = 0; posting < postings.count; posting += 1) {
      const customer = postings.customer.codes[posting] ?? 0;
      const count = ofCustomer[customer];
      if (!count || mask[posting] === 0) continue;
      if (postings.isOrder[posting] === 1) {
        count.orders += 1;
        count.customers.add(postings.customer.values[customer] ?? '');
      }
      if (own[posting] === 1) {
        count.netSales += netAt(postings, posting);
      }
    }
  }
  return [...cohorts]
    .map(([month, { customers, months }]) => ({ month, customers, months: months.map((of) => of.done()) }))
    .toSorted((a, b) => (a.month < b.month ? -1 : 1));
}

function monthsBetween(month: string, until: string): string[] {
  const months: string[] = [];
  for (let next = month; next <= until; next = addMonths(next, 1)) months.push(next);
  return months;
}

class MonthCount {
  readonly month: string;
  readonly customers = new Set<string>();
  orders = 0;
  netSales = 0;

  constructor(month: string) {
    this.month = month;
  }

  done(): CohortMonth {
    return { customers: this.customers.size, orders: this.orders, netSales: this.netSales };
  }
}
