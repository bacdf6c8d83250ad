import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitraryStory } from '../../../oracle/arbitrary-story.ts';
import { receivedBatch, type Story } from '../../../oracle/story.ts';
import { asOf } from '../../as-of.ts';
import { type StatsAnswer, statsQuery } from '../../query.ts';
import { readStore } from '../../store-row.ts';
import { MeasuredStore } from '../../testing/measured-store.ts';
import { rowDays, rowOrders } from '../../testing/row-readers.ts';
import { TimeZone } from '../../time-zone.ts';
import { answerQueries } from './answer.ts';
import { Kept } from './kept.ts';

/** What a story tells a store, and what it answers by statements and by scanning columns made of the same rows. */
function answersTo({ timeZone, steps, questions, now }: Story) {
  const store = new MeasuredStore({ timeZone }, now);
  for (const step of steps) {
    if (typeof step !== 'object') continue;
    if ('batch' in step) store.append(receivedBatch(step.batch).received);
    else store.record(...step.says);
  }
  const expected = store.askTogether(questions);
  const zone = TimeZone.of(timeZone);
  const sources = {
    days: rowDays(store.db, zone),
    orders: rowOrders(store.db, zone),
    asOf: <Result extends object>(time: number, work: () => Result) => asOf(store.db, zone, time, work),
    store: readStore(store.db),
    usage: store.db.usage,
    kept: new Kept(),
  };
  const parsed = questions.map((question) => statsQuery.parse(question));
  const actual = answerQueries(sources, store.settings, parsed, { now: store.now, elapsed: () => 0 });
  return { expected: expected.map(figuresOf), actual: actual.map(figuresOf) };
}

function figuresOf(answer: StatsAnswer) {
  return { ...answer, rowsRead: 0, bytesRead: 0 };
}

test('scanning columns answers what statements over rows answer', () => {
  fc.assert(
    fc.property(arbitraryStory, (story) => {
      const { actual, expected } = answersTo(story);
      expect(actual).toEqual(expected);
    }),
    { numRuns: 25 },
  );
});
