import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { MeasuredStore } from '../src/testing/measured-store.ts';
import { answer } from './answer.ts';
import { arbitraryHistory } from './arbitrary-history.ts';
import { arbitraryQuestion } from './arbitrary-question.ts';
import { dayOf } from './local-time.ts';
import { learn } from './selection.ts';

const anyQuestion = arbitraryQuestion('2026-11-20');

test('a report as of a day is what the definitions say of what was known then', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(arbitraryHistory, anyQuestion, fc.nat(4), (history, question, known) => {
      const store = new MeasuredStore(history.store);
      store.append(...history.batches);
      store.fold();
      store.record(...history.entries.slice(0, known));
      const then = store.now;
      store.now += 1000;
      store.record(...history.entries.slice(known));

      const from = dayOf(history.store.timeZone, history.batches[0]?.events[0]?.at ?? then);
      const asked = { ...question, range: { from, to: from } };
      const { totals } = store.ask({ ...asked, asOf: then });
      const entries = history.entries.slice(0, known);
      expect(totals).toEqual(answer(learn({ ...history, entries }), asked, store.now).totals);
    }),
    { numRuns: 100 },
  );
});
