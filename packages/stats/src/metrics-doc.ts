import { METRICS, type Metric } from './metrics.ts';

const UNITS: Readonly<Record<Metric['unit'], string>> = {
  count: 'a count',
  money: 'an amount in the store’s currency',
  rate: 'a share, shown in percent',
  ratio: 'a ratio',
  seconds: 'a duration',
};

const INTRODUCTION = `# Metrics

What every figure means. The dashboard's explanations and the API say the same: all of it comes from
\`packages/stats/src/metrics.ts\`. This page is written by \`node scripts/write-metrics-doc.ts\`.
`;

const RULES = `## What holds for all of them

- **Days** are the store's: hours, days, weeks (from Monday) and months in its time zone, daylight saving time included.
- **Sessions** count on the day they started. Where a visit came from, on what device and from where is fixed by its
  first event. Page views, product views, carts and checkouts count when they happened.
- **Orders** count when they were placed, refunds when they were made. One order id is one order, whoever reports it. What
  the shop's server or an import says about an order takes the place of what the browser said; the order stays with the
  visit of its first purchase event. Orders that no visit led to have an empty channel, source and so on; their country is
  the order's own. Of what was said for the same millisecond, the smaller id comes first.
- **Refunds** of products without an amount give back what those were sold for, half a minor unit rounded up; the last of
  a product gives back all that is left of it. Refunds of an order give back all that is left of the order.
- **Visitors** are told apart by hashes whose keys are deleted 48 hours after their day began: what arrives later than
  that is by somebody new. A visit that goes on after midnight is recognised in the first half hour of the day.
  It goes on over one midnight only: whoever never pauses is one visit a day. Where a store gets more objects from a midnight
  on, visitors who are in another one from then on are new in it.
- **Amounts** are in the store's currency. Orders in others count as orders, but their amounts are in no sum: answers list
  them apart, and the average order value leaves those orders out.
- **Automated traffic** is left out unless asked for. An order is left out with it where nobody but robots
  said anything about it.
- **Filters** choose visits and orders. _Page is X_ means visits that saw X, and the orders they led to; _product is X_
  visits that looked at X and orders that contain X, _collection is X_ the same of any product in it; _event is X_ visits in which X happened, and the orders they led to;
  _customer is returning_ orders of customers who had ordered before, and the visits that led to them; everything of those
  visits and orders counts. _Hour_ and _weekday_ narrow the time instead: what happened then counts.
- **By page** there are page views, sessions and visitors; **by event** events, sessions and visitors; **by product** and **by collection** what
  belongs to a product; **by customer** what belongs to an order. Amounts of an order that no line has are listed under the empty product, so that products add up
  to the total.
- **Tracking coverage** is told by what an order has without its visit: day and hour, its country by the address, the browser
  that the shop's platform says it was placed with (where it does not say, an order that was seen has its visit's and one that was
  not has none), and new or returning customers. By channel, page or device there is none, and with a filter by them it would be
  complete: what no browser told of has no visit.
- **Rows** are there for every value that anything has which the question counts, also where it comes to zero. Products are
  called by the latest name that anything gave them.
- **What does not add up**: visitors by anything but days and weekdays, sessions by page and by event, and orders by
  product, since one may have several. Answers say so; "all others" is exact there, too.
- **Goals** are filters: a page (is, begins with, contains) or an event (is). A goal’s conversions are the sessions with at least one
  such event, however many it has; its rate is of all sessions of the same days and filters.
- **Not known** is shown as –: a ratio over nothing is not zero.
`;

/** `docs/metrics.md`. */
export function metricsDoc(): string {
  return [INTRODUCTION, ...Object.entries(METRICS).map(section), RULES].join('\n');
}

function section([id, metric]: [string, Metric]): string {
  return `## ${metric.label}

${metric.definition}

\`${id}\` = ${metric.formula}; ${UNITS[metric.unit]}${direction(metric)}.
`;
}

function direction({ better }: Metric): string {
  return better === null ? '' : `; ${better} is better`;
}
