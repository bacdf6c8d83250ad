import type { StatsAnswer, StatsQuery } from '@layerkick/stats/query';
import { expect, test, vi } from 'vitest';
import { askStore } from './store-questions.server.ts';

const questions = {
  overview: { metrics: ['net_sales'], range: '30d' },
  products: { metrics: ['units'], range: '30d' },
} satisfies Record<'overview' | 'products', StatsQuery>;

const answerTo = (query: StatsQuery) => ({ query }) as unknown as StatsAnswer;

test('everything is asked in one call', async () => {
  const ask = vi.fn(async (queries: readonly StatsQuery[]) => queries.map(answerTo));
  const answers = await askStore(questions, ask, () => expect.unreachable());
  expect(ask).toHaveBeenCalledTimes(1);
  expect(answers.products).toEqual({ ok: true, answer: answerTo(questions.products) });
});

test('one question that cannot be answered leaves the others standing', async () => {
  const failed = vi.fn();
  const answers = await askStore(
    questions,
    async (queries) => {
      if (queries.includes(questions.products)) throw new Error('no column');
      return queries.map(answerTo);
    },
    failed,
  );
  expect(answers['overview']?.ok).toBe(true);
  expect(answers.products).toEqual({ ok: false });
  expect(failed.mock.calls.map(([question]) => question)).toEqual(['all', 'products']);
});

test('a store that does not answer at all fails every question', async () => {
  const answers = await askStore(
    questions,
    () => Promise.reject(new Error('down')),
    () => {},
  );
  expect(Object.values(answers)).toEqual([{ ok: false }, { ok: false }]);
});
