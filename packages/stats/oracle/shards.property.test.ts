import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { routeBatch } from '../src/shards/shard-plan.ts';
import { arbitraryStory } from './arbitrary-story.ts';
import { MIDNIGHTS } from './arbitrary-time.ts';
import { live, type TellApart } from './live.ts';
import { livingShards } from './living-shards.ts';
import { readRuns } from './runs.ts';
import type { Story, ToldBatch } from './story.ts';

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
      cases += await live(story, store, livingShards(store, count));
    };
    await fc.assert(fc.asyncProperty(arbitraryStory, tell), { numRuns: histories, seed, endOnFailure: true });
    console.log(`${cases} answers of ${count} objects (seed ${seed}) are what the definitions say.`);
    expect(cases).toBeGreaterThan(20 * histories);
  },
);

/**
 * From a midnight on there are more objects. Whoever is in another one from then on is somebody else after it; all else is
 * as it was.
 */
test('a store that grows answers what the definitions say', { timeout: 0 }, async () => {
  const { objects, seed } = readRuns(process.env, Math.random);
  const histories = Math.ceil(objects / PART_OF_RUNS);
  let cases = 0;
  const tell = async (story: Story) => {
    const store = { slug: 'fmdf', timeZone: story.timeZone, currency: 'EUR' };
    const plan = [
      { from: 0, shards: 2 },
      { from: midnightOf(story), shards: 5 },
    ];
    const tellApart: TellApart = ({ true: told, received }) =>
      routeBatch(plan, { ...told, visitor: received.visitor }).map(({ shard, batch }) => ({
        ...batch,
        visitor: { ...told.visitor, ip: `${told.visitor.ip} in ${shard}` },
      }));
    cases += await live(withIdsOfSteps(story), store, livingShards(store, 5, plan), tellApart);
  };
  await fc.assert(fc.asyncProperty(arbitraryStory, tell), { numRuns: histories, seed, endOnFailure: true });
  expect(cases).toBeGreaterThan(20 * histories);
});

/** The one that most of it happens around. */
function midnightOf({ timeZone, now }: Story): number {
  const distance = (at: number) => Math.abs(at - Date.parse(now));
  const [nearest = 0] = MIDNIGHTS.filter((midnight) => midnight.timeZone === timeZone)
    .map(({ at }) => Date.parse(at))
    .toSorted((a, b) => distance(a) - distance(b));
  return nearest;
}

/** Nobody uses an id for something that happened at another time. */
function withIdsOfSteps(story: Story): Story {
  return withIds(story, ({ id }, step) => `${id.slice(0, -2)}${String(step).padStart(2, '0')}`);
}

function withIds(story: Story, idOf: (batch: ToldBatch, step: number) => string): Story {
  const steps = story.steps.map((step, place) =>
    typeof step === 'string' || 'says' in step
      ? step
      : { batch: { ...step.batch, id: idOf(step.batch, place) } },
  );
  return { ...story, steps };
}
