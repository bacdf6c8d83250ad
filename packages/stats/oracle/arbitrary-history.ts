import type * as fc from 'fast-check';
import { arbitraryStory } from './arbitrary-story.ts';
import type { History } from './history.ts';
import { receivedBatch, recordedEntries } from './story.ts';

/** What a store is told in a story, without what else happens to it, and each batch once: ids are not kept for ever. */
export const arbitraryHistory: fc.Arbitrary<History> = arbitraryStory.map(({ timeZone, steps }) => ({
  store: { slug: 'fmdf', timeZone, currency: 'EUR' },
  batches: [
    ...new Map(
      steps.flatMap((step) =>
        typeof step === 'object' && 'batch' in step
          ? [[step.batch.id, receivedBatch(step.batch).received] as const]
          : [],
      ),
    ).values(),
  ],
  entries: steps.flatMap((step) =>
    typeof step === 'object' && 'says' in step ? recordedEntries(step.says) : [],
  ),
}));
