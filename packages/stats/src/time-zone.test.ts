import { describe, expect, test } from 'vitest';
import { addDays } from './calendar.ts';
import { TimeZone } from './time-zone.ts';

const HOUR = 3_600_000;
const berlin = TimeZone.of('Europe/Berlin');
const at = (iso: string) => Date.parse(iso);
const hoursOf = (zone: TimeZone, day: string) => zone.hoursBetween(zone.startOfDay(day), zone.endOfDay(day));

describe('days', () => {
  test('turn at the store’s midnight', () => {
    expect(berlin.dayOf(at('2026-11-20T22:59:59.999Z'))).toBe('2026-11-20');
    expect(berlin.dayOf(at('2026-11-20T23:00:00Z'))).toBe('2026-11-21');
    const kathmandu = TimeZone.of('Asia/Kathmandu');
    expect(kathmandu.dayOf(at('2026-11-20T18:14:59Z'))).toBe('2026-11-20');
    expect(kathmandu.dayOf(at('2026-11-20T18:15:00Z'))).toBe('2026-11-21');
    const stJohns = TimeZone.of('America/St_Johns');
    expect(stJohns.startOfDay('2026-11-20')).toBe(at('2026-11-20T03:30:00Z'));
  });

  test.each([
    ['Europe/Berlin', '2026-03-29', 23],
    ['Europe/Berlin', '2026-10-25', 25],
    ['Europe/Berlin', '2026-11-20', 24],
    ['America/New_York', '2026-03-08', 23],
    ['America/New_York', '2026-11-01', 25],
    ['America/St_Johns', '2026-03-08', 23],
    ['America/St_Johns', '2026-11-01', 25],
    ['Australia/Lord_Howe', '2026-10-04', 23.5],
    ['Australia/Lord_Howe', '2026-04-05', 24.5],
    ['Asia/Kathmandu', '2026-03-29', 24],
    // Midnight itself is skipped, or comes twice.
    ['Africa/Cairo', '2026-04-24', 23],
    ['America/Havana', '2026-11-01', 25],
    ['America/Asuncion', '2024-03-23', 25],
  ])('%s %s has %d hours', (name, day, hours) => {
    const zone = TimeZone.of(name);
    expect(zone.endOfDay(day) - zone.startOfDay(day)).toBe(hours * HOUR);
  });

  test('start where midnight is skipped with the moment the clock was moved', () => {
    const cairo = TimeZone.of('Africa/Cairo');
    expect(cairo.startOfDay('2026-04-24')).toBe(at('2026-04-23T22:00:00Z'));
    expect(cairo.dayOf(at('2026-04-23T21:59:59Z'))).toBe('2026-04-23');
  });

  test.each([
    'Europe/Berlin',
    'America/New_York',
    'Asia/Kathmandu',
    'America/St_Johns',
    'Australia/Lord_Howe',
  ])('%s: every instant of two years belongs to exactly the day that covers it', (name) => {
    const zone = TimeZone.of(name);
    for (let day = '2025-01-01'; day < '2027-01-01'; day = addDays(day, 1)) {
      const start = zone.startOfDay(day);
      expect(zone.dayOf(start)).toBe(day);
      expect(zone.dayOf(start - 1)).toBe(addDays(day, -1));
    }
  });
});

describe('hours', () => {
  test('start where the clock shows full hours, also in half-hour zones', () => {
    expect(TimeZone.of('Asia/Kathmandu').startOfHour(at('2026-11-20T12:14:00Z'))).toBe(
      at('2026-11-20T11:15:00Z'),
    );
    expect(TimeZone.of('Asia/Kathmandu').startOfHour(at('2026-11-20T00:05:00Z'))).toBe(
      at('2026-11-19T23:15:00Z'),
    );
    expect(TimeZone.of('America/St_Johns').startOfHour(at('2026-11-20T12:29:59Z'))).toBe(
      at('2026-11-20T11:30:00Z'),
    );
  });

  test('tell the two hours apart that are called two o’clock', () => {
    expect(berlin.startOfHour(at('2026-10-25T00:30:00Z'))).toBe(at('2026-10-25T00:00:00Z'));
    expect(berlin.startOfHour(at('2026-10-25T01:30:00Z'))).toBe(at('2026-10-25T01:00:00Z'));
    expect(hoursOf(berlin, '2026-10-25')).toHaveLength(25);
    expect(hoursOf(berlin, '2026-03-29')).toHaveLength(23);
  });

  test('are cut where a clock is moved by half an hour', () => {
    const lordHowe = TimeZone.of('Australia/Lord_Howe');
    const lengths = (day: string) => {
      const starts = [...hoursOf(lordHowe, day), lordHowe.endOfDay(day)];
      return starts.slice(1).map((start, index) => (start - starts[index]!) / HOUR);
    };
    expect(lengths('2026-10-04').slice(0, 4)).toEqual([1, 1, 0.5, 1]);
    expect(lengths('2026-04-05').slice(0, 4)).toEqual([1, 1, 0.5, 1]);
  });

  test.each(['Europe/Berlin', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'America/St_Johns'])(
    '%s: each instant is in the last hour that started before it',
    (name) => {
      const zone = TimeZone.of(name);
      for (const day of [
        '2026-03-08',
        '2026-03-29',
        '2026-04-05',
        '2026-10-04',
        '2026-10-25',
        '2026-11-01',
        '2026-11-20',
      ]) {
        const hours = hoursOf(zone, day);
        for (let instant = zone.startOfDay(day); instant < zone.endOfDay(day); instant += 7 * 60_000) {
          expect(zone.startOfHour(instant)).toBe(hours.findLast((hour) => hour <= instant));
        }
      }
    },
  );
});
