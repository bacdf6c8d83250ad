import { type Database, insertRows, insertStatement } from '../database.ts';
import type { DayRange } from '../query.ts';
import type { ImportedDay, ImportedFrom, ImportedSpan } from './imported-day.ts';

const KEEP = insertStatement('INSERT OR REPLACE', 'imported_day', [
  'day',
  'origin',
  'visitors',
  'sessions',
  'page_views',
  'bounces',
]);

/** Keeps what other programs counted; what the same program said of a day before is replaced. */
export function keepImportedDays(db: Database, days: readonly ImportedDay[]): void {
  insertRows(
    db,
    KEEP,
    days.map(({ day, from, visitors, sessions, pageViews, bounces }) => [
      day,
      from,
      visitors,
      sessions,
      pageViews,
      bounces,
    ]),
  );
}

/** By day; of a range, both ends included. */
export function readImportedDays(db: Database, { from, to }: DayRange): ImportedDay[] {
  return db
    .all<Row>('SELECT * FROM imported_day WHERE day BETWEEN ? AND ? ORDER BY day, origin', from, to)
    .map(({ day, origin, visitors, sessions, page_views: pageViews, bounces }) => ({
      day,
      from: origin,
      visitors,
      sessions,
      pageViews,
      bounces,
    }));
}

export function importedSpans(db: Database): ImportedSpan[] {
  return db.all<ImportedSpan & Record<string, string | number>>(
    `SELECT origin AS "from", MIN(day) AS first, MAX(day) AS last, COUNT(*) AS days FROM imported_day GROUP BY origin ORDER BY origin`,
  );
}

export function forgetImportedDays(db: Database, from: ImportedFrom): void {
  db.run('DELETE FROM imported_day WHERE origin = ?', from);
}

interface Row extends Record<string, string | number | null> {
  readonly day: string;
  readonly origin: ImportedFrom;
  readonly visitors: number;
  readonly sessions: number;
  readonly page_views: number;
  readonly bounces: number | null;
}
