import { expect, test } from 'vitest';
import { fuzzRun } from '../fuzz/fuzz-run.ts';

// `npm run soak -- fuzz` sends a hundred thousand; so many show that it can.
test('hostile requests and files are answered, and nothing is counted that should not be', async () => {
  const { answers, counted } = await fuzzRun({ requests: 300, seed: 1 }, () => {});
  expect(counted).toBeGreaterThan(20);
  expect(answers.get('POST /api/event 403')).toBeGreaterThan(3);
});
