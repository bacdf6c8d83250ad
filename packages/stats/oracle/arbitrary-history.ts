import type * as fc from 'fast-check';
import { arbitraryStory } from './arbitrary-story.ts';
import type { History } from './history.ts';
import { receivedBatch, recordedEntries, type Story } from './story.ts';

/** What a store is told in a story, without what else happens to it, on days of which all can be asked at once. */
export const arbitraryHistory: fc.Arbitrary<History> = arbitraryStory
  .filter(({ now }) => now > '2025')
  .map(historyOf);

/** Each batch once: ids are not kept for ever. */
function historyOf({ timeZone, steps }: Story): History {
  const told = steps.filter((step) => typeof step === 'object');
  const batches = told.flatMap((step) => ('batch' in step ? receivedBatch(step.batch, 0).received : []));
  return {
    store: { slug: 'fmdf', timeZone, currency: 'EUR' },
    batches: [...new Map(batches.map((batch) => [batch.batch, batch])).values()],
    entries: told.flatMap((step) => ('says' in step ? recordedEntries(step.says) : [])),
  };
}
