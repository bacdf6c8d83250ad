import type * as fc from 'fast-check';
import { arbitraryStory } from './arbitrary-story.ts';
import type { History } from './history.ts';
import { receivedBatch, recordedEntries } from './story.ts';

/** What a store is told in a story, without what else happens to it. */
export const arbitraryHistory: fc.Arbitrary<History> = arbitraryStory.map(({ timeZone, steps }) => ({
  store: { slug: 'fmdf', timeZone, currency: 'EUR' },
  batches: steps.flatMap((step) =>
    typeof step === 'object' && 'batch' in step ? [receivedBatch(step.batch).received] : [],
  ),
  entries: steps.flatMap((step) =>
    typeof step === 'object' && 'says' in step ? recordedEntries(step.says) : [],
  ),
}));
