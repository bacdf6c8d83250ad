import { expect, test } from 'vitest';
import { TimeZone } from '@layerkick/stats/time-zone';
import { instantOf } from './wall-clock.ts';

const london = TimeZone.of('Europe/London');

test.each([
  ['in winter London is on UTC', '2010-12-01 08:26:00', '2010-12-01T08:26:00Z'],
  ['in summer an hour ahead', '2011-07-26 10:13:00', '2011-07-26T09:13:00Z'],
  ['without seconds', '2011-07-26 10:13', '2011-07-26T09:13:00Z'],
  ['the last moment before the clock is put forward', '2011-03-27 00:59:59', '2011-03-27T00:59:59Z'],
  ['a time that the clock skips', '2011-03-27 01:30:00', '2011-03-27T01:30:00Z'],
  ['a time that the clock shows twice is the earlier one', '2011-10-30 01:30:00', '2011-10-30T00:30:00Z'],
  ['with an offset, whatever the clock', '2025-01-15 17:41:00 -0500', '2025-01-15T22:41:00Z'],
  ['as ISO 8601 writes offsets', '2025-01-15T17:41:00+05:30', '2025-01-15T12:11:00Z'],
  ['in UTC', '2011-07-26T10:13:00Z', '2011-07-26T10:13:00Z'],
])('%s', (_, text, instant) => {
  expect(new Date(instantOf(text, london) ?? Number.NaN)).toEqual(new Date(instant));
});

test.each([
  '',
  'yesterday',
  '2011-02-30 10:00:00',
  '2011-13-01 10:00:00',
  '2011-01-01 25:00:00',
  '01/12/2010 08:26',
  '2011-07-26',
  '2011-07-26 10:13 -9900',
])('%j is no time', (text) => {
  expect(instantOf(text, london)).toBeNull();
});
