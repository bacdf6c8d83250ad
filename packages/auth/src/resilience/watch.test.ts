import { array, assert, boolean, property } from 'fast-check';
import { expect, test } from 'vitest';
import type { Finding } from './health-check.ts';
import { type Alert, ALERT_AFTER_MS, watch, type Watched } from './watch.ts';

const MINUTE = 60_000;
const up: Finding = { state: 'up' };
const down: Finding = { state: 'down', reason: 'HTTP 503' };

/** One check a minute, from minute 0 on. */
function watching(findings: readonly Finding[]): { at: number; alert: Alert }[] {
  let before: Watched | null = null;
  return findings.flatMap((finding, minute) => {
    const { after, alert } = watch(before, finding, minute * MINUTE);
    before = after;
    return alert === null ? [] : [{ at: minute, alert }];
  });
}

test('four minutes unreachable are told to nobody', () => {
  expect(watching([up, down, down, down, down, down, up, up])).toEqual([]);
});

test('five minutes are told once, and so is the recovery', () => {
  const told = watching([up, ...Array.from({ length: 30 }, () => down), up, up, up]);
  expect(told).toEqual([
    { at: 6, alert: { kind: 'down', since: MINUTE, reason: 'HTTP 503' } },
    { at: 31, alert: { kind: 'recovered', since: MINUTE, until: 31 * MINUTE } },
  ]);
});

test('a message that reached nobody is sent again: what was told is remembered only once it was', () => {
  const first = watch(null, down, 0).after;
  const tried = watch(first, down, ALERT_AFTER_MS);
  expect(tried.alert?.kind).toBe('down');
  const undelivered = { ...tried.after, toldOutageSince: first.toldOutageSince };
  expect(watch(undelivered, down, ALERT_AFTER_MS + MINUTE).alert?.kind).toBe('down');
});

test('whatever happens: down and recovered take turns, down first, and each outage told of was long enough', () => {
  assert(
    property(array(boolean(), { maxLength: 60 }), (history) => {
      const told = watching(history.map((isUp) => (isUp ? up : down)));
      told.forEach(({ at, alert }, index) => {
        expect(alert.kind).toBe(index % 2 === 0 ? 'down' : 'recovered');
        if (alert.kind === 'down') expect(at * MINUTE - alert.since).toBeGreaterThanOrEqual(ALERT_AFTER_MS);
      });
    }),
  );
});
