import { expect, test } from 'vitest';
import { concernsOf, type StoreLook } from './look.ts';

const HOUR = 3_600_000;
const now = Date.parse('2026-11-29T12:00:00Z');
const well: StoreLook = {
  events: 10,
  orders: 1,
  firstEventAt: 1,
  lastEventAt: 2,
  pendingBatches: 3,
  setAsideBatches: 0,
  timeZone: 'Europe/Berlin',
  rebuilding: null,
  bytes: 4096,
  shards: 1,
  schemaVersion: 13,
  archive: { waiting: 40, since: now - HOUR },
};
const concerns = (look: Partial<StoreLook> | null) =>
  concernsOf(look && { ...well, ...look }, { timeZone: 'Europe/Berlin', newestSchema: 13, now });

test('a store that takes in events and archives them every hour is fine', () => {
  expect(concerns({})).toEqual([]);
  expect(concerns({ timeZone: null, lastEventAt: null, archive: { waiting: 0, since: null } })).toEqual([]);
});

test.each([
  [null, ['unreachable']],
  [{ setAsideBatches: 1 }, ['parked']],
  [{ archive: { waiting: 1, since: now - 3 * HOUR } }, ['archive_late']],
  [{ pendingBatches: 5000 }, ['backlog']],
  [{ schemaVersion: 12 }, ['old_schema']],
  [{ timeZone: 'Europe/London' }, ['time_zone_pending']],
  // A rebuild is how the time zone changes.
  [{ rebuilding: 0.5, timeZone: 'Europe/London' }, ['rebuilding']],
  [{ rebuilding: 0.5, setAsideBatches: 2 }, ['parked', 'rebuilding']],
])('%j needs somebody: %j', (look, expected) => {
  expect(concerns(look)).toEqual(expected);
});
