import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Hit, SESSION_GAP_MS, sessionize } from './sessionize.ts';

const MINUTE = 60_000;
const hit = (minute: number, visitor: string, prior: string | null = null): Hit => ({
  at: minute * MINUTE,
  key: `${minute}:${visitor}`,
  visitor,
  prior,
});
const minutes = (visits: readonly (readonly Hit[])[]) =>
  visits.map((visit) => visit.map(({ at }) => at / MINUTE));
const byStart = (visits: Hit[][]) => visits.toSorted((a, b) => (a[0]!.key < b[0]!.key ? -1 : 1));

describe('a visit', () => {
  test('goes on as long as no pause is longer than 30 minutes', () => {
    expect(minutes(sessionize([hit(0, 'a'), hit(30, 'a'), hit(60, 'a'), hit(91, 'a')]))).toEqual([
      [0, 30, 60],
      [91],
    ]);
    expect(SESSION_GAP_MS).toBe(30 * MINUTE);
  });

  test('is one sender’s', () => {
    expect(minutes(sessionize([hit(0, 'a'), hit(1, 'b'), hit(2, 'a')]))).toEqual([[0, 2], [1]]);
  });

  test('goes on over midnight, where the sender has another hash', () => {
    expect(minutes(sessionize([hit(0, 'a'), hit(10, 'A', 'a'), hit(20, 'A', 'a'), hit(45, 'A')]))).toEqual([
      [0, 10, 20, 45],
    ]);
  });

  test('does not go on over midnight after more than 30 minutes', () => {
    expect(minutes(sessionize([hit(0, 'a'), hit(31, 'A', 'a')]))).toEqual([[0], [31]]);
  });

  test('is recognised as one by a later hit that knows both hashes', () => {
    expect(minutes(sessionize([hit(0, 'a'), hit(5, 'A'), hit(10, 'A', 'a')]))).toEqual([[0, 5, 10]]);
  });

  test('is the same in whatever order its hits are given', () => {
    const hits = fc.uniqueArray(
      fc
        .tuple(fc.integer({ min: 0, max: 600 }), fc.constantFrom('a', 'b', 'c'))
        // Midnight is at minute 300; in the 30 minutes after it the hash before is known.
        .map(([minute, who]) =>
          minute < 300 ? hit(minute, who) : hit(minute, who.toUpperCase(), minute <= 330 ? who : null),
        ),
      { selector: ({ key }) => key, maxLength: 40 },
    );
    fc.assert(
      fc.property(
        hits.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        ([all, shuffled]) => {
          expect(byStart(sessionize(shuffled))).toEqual(byStart(sessionize(all)));
        },
      ),
    );
  });
});
