import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitraryCohorts, arbitraryFunnel, arbitraryRealtime } from '../../oracle/arbitrary-question.ts';
import { arbitraryStory } from '../../oracle/arbitrary-story.ts';
import { cohorts } from '../../oracle/cohorts.ts';
import { funnel } from '../../oracle/funnel.ts';
import { realtime } from '../../oracle/realtime.ts';
import { learn } from '../../oracle/selection.ts';
import { receivedBatch, recordedEntries, type Story } from '../../oracle/story.ts';
import { cohortsQuery } from '../cohorts.ts';
import { funnelQuery } from '../funnel.ts';
import { realtimeQuery } from '../realtime.ts';
import { MeasuredStore } from '../testing/measured-store.ts';
import { answerCohorts } from './cohorts.ts';
import { answerFunnel } from './funnel.ts';
import { answerRealtime } from './realtime.ts';

function tell({ timeZone, steps, now }: Story) {
  const store = new MeasuredStore({ timeZone }, now);
  const told = steps.filter((step) => typeof step === 'object');
  const batches = told.flatMap((step) => ('batch' in step ? receivedBatch(step.batch, 0) : []));
  const entries = told.flatMap((step) => ('says' in step ? recordedEntries(step.says) : []));
  store.append(...batches.map(({ received }) => received));
  store.record(...entries);
  store.fold();
  return {
    sources: store.engine.sources(store.settings),
    settings: store.settings,
    known: learn({ store: store.settings, batches: batches.map(({ true: one }) => one), entries }),
    clock: { now: store.now, elapsed: () => 0 },
  };
}

const around = arbitraryStory.chain((story) =>
  fc.record({
    story: fc.constant(story),
    funnels: fc.array(arbitraryFunnel(story.now.slice(0, 10)), { minLength: 5, maxLength: 15 }),
    cohorts: fc.array(arbitraryCohorts(story.now.slice(0, 10)), { minLength: 3, maxLength: 5 }),
    realtimes: fc.array(arbitraryRealtime, { minLength: 1, maxLength: 3 }),
  }),
);

test('funnels, cohorts and who is there are what the definitions say', () => {
  fc.assert(
    fc.property(around, ({ story, funnels, cohorts: asked, realtimes }) => {
      const { sources, settings, known, clock } = tell(story);
      for (const query of funnels) {
        const { sessions, sessionsBefore, steps } = answerFunnel(
          sources,
          settings,
          funnelQuery.parse(query),
          clock,
        );
        expect({ sessions, sessionsBefore, steps }).toEqual(funnel(known, query, clock.now));
      }
      for (const query of asked) {
        const answer = answerCohorts(sources, settings, cohortsQuery.parse(query), clock);
        expect(answer.cohorts).toEqual(cohorts(known, query, clock.now));
      }
      for (const query of realtimes) {
        const answer = answerRealtime(sources, realtimeQuery.parse(query), clock);
        expect(answer).toMatchObject(realtime(known, query, clock.now));
      }
    }),
    { numRuns: 150 },
  );
});
