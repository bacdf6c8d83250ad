import { expect, test } from 'vitest';
import { migrate } from '../schema.ts';
import { NodeDatabase } from '../testing/node-database.ts';
import type { ImportedDay } from './imported-day.ts';
import { forgetImportedDays, importedSpans, keepImportedDays, readImportedDays } from './imported-days.ts';

const day = (name: string, sessions: number, from: ImportedDay['from'] = 'ga4'): ImportedDay => ({
  day: name,
  from,
  visitors: sessions,
  sessions,
  pageViews: 2 * sessions,
  bounces: null,
});

function database() {
  const db = new NodeDatabase();
  migrate(db);
  return db;
}

test('what a program said of a day before is replaced, and what another one said stays beside it', () => {
  const db = database();
  keepImportedDays(db, [day('2024-01-01', 5), day('2024-01-02', 6), day('2024-01-01', 4, 'plausible')]);
  keepImportedDays(db, [day('2024-01-02', 7)]);
  expect(readImportedDays(db, { from: '2024-01-01', to: '2024-01-02' })).toEqual([
    day('2024-01-01', 5),
    day('2024-01-01', 4, 'plausible'),
    day('2024-01-02', 7),
  ]);
  expect(readImportedDays(db, { from: '2024-01-02', to: '2024-12-31' })).toEqual([day('2024-01-02', 7)]);
});

test('a program’s days are told by their span, and forgotten together', () => {
  const db = database();
  keepImportedDays(db, [day('2024-01-01', 5), day('2024-03-01', 6), day('2024-02-01', 4, 'plausible')]);
  expect(importedSpans(db)).toEqual([
    { from: 'ga4', first: '2024-01-01', last: '2024-03-01', days: 2 },
    { from: 'plausible', first: '2024-02-01', last: '2024-02-01', days: 1 },
  ]);
  forgetImportedDays(db, 'ga4');
  expect(importedSpans(db).map(({ from }) => from)).toEqual(['plausible']);
});
