import { dayOf, type VisitsExport, wholeNumber } from './visits-export.ts';

/** `imported_visitors_….csv` of Plausible's export, or `visitors.csv` of its dashboard: a row a day. */
export const PLAUSIBLE_EXPORT: VisitsExport = {
  from: 'plausible',
  columns: { day: ['date'], visitors: ['visitors'], sessions: ['visits'], pageViews: ['pageviews'] },
  readDay(cell, columns) {
    const sessions = wholeNumber(cell(columns.sessions));
    return dayOf({
      day: cell(columns.day),
      from: 'plausible',
      visitors: wholeNumber(cell(columns.visitors)),
      sessions,
      pageViews: wholeNumber(cell(columns.pageViews)),
      bounces: wholeNumber(cell('bounces')) ?? bouncesOf(cell('bounce_rate'), sessions),
    });
  },
};

/** The dashboard's file has a share, in percent. */
function bouncesOf(percent: string, sessions: number | null): number | null {
  if (sessions === null || !/^\d{1,3}(\.\d+)?$/.test(percent)) return null;
  return Math.round((Number(percent) / 100) * sessions);
}
