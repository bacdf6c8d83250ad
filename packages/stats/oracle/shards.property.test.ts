import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitraryStory } from './arbitrary-story.ts';
import { live } from './live.ts';
import { livingShards } from './living-shards.ts';
import { readRuns } from './runs.ts';
import { SENDERS, type Story } from './story.ts';

/** Several databases live through each. */
const PART_OF_RUNS = 5;

/** As many objects as there are, answers are those that the definitions say: the same ones. */
test.each([1, 2, 7])(
  'a store of %i objects answers what the definitions say',
  { timeout: 0 },
  async (count) => {
    const { objects, seed } = readRuns(process.env, Math.random);
    const histories = Math.ceil(objects / PART_OF_RUNS);
    let cases = 0;
    const tell = async (story: Story) => {
      const store = { slug: 'fmdf', timeZone: story.timeZone, currency: 'EUR' };
      cases += await live(withIdsOfSenders(story), store, livingShards(store, count));
    };
    await fc.assert(fc.asyncProperty(arbitraryStory, tell), { numRuns: histories, seed, endOnFailure: true });
    console.log(`${cases} answers of ${count} objects (seed ${seed}) are what the definitions say.`);
    expect(cases).toBeGreaterThan(20 * histories);
  },
);

/** Two senders never choose the same id for a batch; if they did, it would be known to one object only. */
function withIdsOfSenders(story: Story): Story {
  const senders = Object.keys(SENDERS);
  const steps = story.steps.map((step) => {
    if (typeof step === 'string' || 'says' in step) return step;
    const { id, from } = step.batch;
    return { batch: { ...step.batch, id: `${id.slice(0, -1)}${senders.indexOf(from)}` } };
  });
  return { ...story, steps };
}
