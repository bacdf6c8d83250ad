import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { MeasuredStore } from '../src/testing/measured-store.ts';
import { arbitraryHistory, arbitraryQuestion } from './arbitrary-history.ts';
import { Oracle } from './evaluate.ts';
import { dayOf } from './history.ts';

test('a report as of a day is what the definitions say of what was known then', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(arbitraryHistory, arbitraryQuestion, fc.nat(4), (history, question, known) => {
      const store = new MeasuredStore(history.store);
      store.append(...history.batches);
      store.fold();
      store.record(...history.entries.slice(0, known));
      const then = store.now;
      store.now += 1000;
      store.record(...history.entries.slice(known));

      const from = dayOf(history.store.timeZone, history.batches[0]?.events[0]?.at ?? then);
      const range = { from, to: from };
      const { totals } = store.ask({ ...question, range, asOf: then });
      const oracle = new Oracle({ ...history, entries: history.entries.slice(0, known) });
      const { filters = [], bots = false } = question;
      const expected = oracle.metrics({ range, filters, bots });
      expect(totals).toEqual(
        Object.fromEntries(question.metrics.map((metric) => [metric, expected[metric]])),
      );
    }),
    { numRuns: 100 },
  );
});
