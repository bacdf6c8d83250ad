import * as fc from 'fast-check';

const TEN_MINUTES = 10 * 60_000;
const DAY = 24 * 60 * 60_000;

/** A local midnight each, most of them of days on which clocks are moved. */
export const MIDNIGHTS = [
  { timeZone: 'Europe/Berlin', at: '2026-11-19T23:00:00Z' },
  // 25 and 23 hours.
  { timeZone: 'Europe/Berlin', at: '2026-10-24T22:00:00Z' },
  { timeZone: 'Europe/Berlin', at: '2026-03-28T23:00:00Z' },
  // Half an hour off, the year turns; and 25 hours.
  { timeZone: 'America/St_Johns', at: '2026-01-01T03:30:00Z' },
  { timeZone: 'America/St_Johns', at: '2026-11-01T02:30:00Z' },
  // Moved by half an hour.
  { timeZone: 'Australia/Lord_Howe', at: '2026-04-04T13:00:00Z' },
  { timeZone: 'Australia/Lord_Howe', at: '2026-10-03T13:30:00Z' },
  // Three quarters of an hour off.
  { timeZone: 'Asia/Kathmandu', at: '2026-11-20T18:15:00Z' },
  // No midnight; and an hour before midnight twice.
  { timeZone: 'Africa/Cairo', at: '2026-04-23T22:00:00Z' },
  { timeZone: 'Africa/Cairo', at: '2026-10-29T22:00:00Z' },
  { timeZone: 'America/Santiago', at: '2026-09-06T04:00:00Z' },
  // A day that never was.
  { timeZone: 'Pacific/Apia', at: '2011-12-30T10:00:00Z' },
] as const;

/** Milliseconds from midnight, most often on the hours around it, so that pauses of exactly half an hour are frequent. */
export const aroundMidnight: fc.Arbitrary<number> = fc
  .record({
    slots: fc.oneof(
      { weight: 4, arbitrary: fc.integer({ min: -9, max: 24 }) },
      { weight: 1, arbitrary: fc.integer({ min: -200, max: 300 }) },
    ),
    days: fc.constantFrom(0, 0, 0, 1, -1),
    more: fc.constantFrom(0, 0, 0, 1, -1, 59_999),
  })
  .map(({ slots, days, more }) => slots * TEN_MINUTES + days * DAY + more);

/** Between two events of a batch, ms. */
export const pause: fc.Arbitrary<number> = fc.constantFrom(
  0,
  1000,
  3 * TEN_MINUTES,
  3 * TEN_MINUTES + 1,
  5 * TEN_MINUTES,
);
