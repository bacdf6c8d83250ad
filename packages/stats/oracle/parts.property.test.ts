import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitraryStory } from './arbitrary-story.ts';
import { live } from './live.ts';
import { livingParts } from './living-parts.ts';
import { readRuns } from './runs.ts';
import type { Story } from './story.ts';

/** What the parts of a store answer, without its object: ten times as many histories in the same time. */
test('the parts of a store answer what the definitions say', { timeout: 0 }, async () => {
  const { histories, seed } = readRuns(process.env, Math.random);
  let cases = 0;
  const tell = async (story: Story) => {
    const store = { slug: 'fmdf', timeZone: story.timeZone, currency: 'EUR' };
    cases += await live(story, store, livingParts(store));
  };
  await fc.assert(fc.asyncProperty(arbitraryStory, tell), { numRuns: histories, seed });
  console.log(`${cases} answers about ${histories} histories (seed ${seed}) are what the definitions say.`);
  expect(cases).toBeGreaterThan(20 * histories);
});
