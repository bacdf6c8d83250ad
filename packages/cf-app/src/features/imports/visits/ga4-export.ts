import { addDays } from '@layerkick/stats/calendar';
import { dayOf, type ReadDay, type VisitsExport, wholeNumber } from './visits-export.ts';

/** A report of Google Analytics 4 by date, as its “Download CSV” and explorations write it. */
export const GA4_EXPORT: VisitsExport = {
  from: 'ga4',
  columns: {
    day: ['Date', 'Nth day'],
    visitors: ['Total users', 'Users', 'Active users'],
    sessions: ['Sessions'],
    pageViews: ['Views', 'Screen page views', 'Pageviews'],
  },
  readDay(cell, columns, firstDay) {
    const day = columns.day === 'Date' ? writtenDay(cell('Date')) : countedDay(cell('Nth day'), firstDay);
    if (!day.ok) return day;
    const sessions = wholeNumber(cell(columns.sessions));
    const engaged = wholeNumber(cell('Engaged sessions'));
    return dayOf({
      day: day.day,
      from: 'ga4',
      visitors: wholeNumber(cell(columns.visitors)),
      sessions,
      pageViews: wholeNumber(cell(columns.pageViews)),
      bounces: sessions === null || engaged === null ? null : Math.max(0, sessions - engaged),
    });
  },
};

type Day = { readonly ok: true; readonly day: string } | Extract<ReadDay, { ok: false }>;

/** `20240131` or `2024-01-31`. */
function writtenDay(text: string): Day {
  const [, year, month, day] = /^(\d{4})-?(\d{2})-?(\d{2})$/.exec(text) ?? [];
  if (year === undefined) return { ok: false, reason: 'Date is not a day such as 20240131' };
  return { ok: true, day: `${year}-${month}-${day}` };
}

/** `0000` is the day that the report begins with. */
function countedDay(text: string, firstDay: string | null): Day {
  const days = wholeNumber(text);
  if (days === null || days > 10_000) return { ok: false, reason: 'Nth day is not a number' };
  if (firstDay === null) return { ok: false, reason: 'nothing says which day the file begins with' };
  return { ok: true, day: addDays(firstDay, days) };
}
