import type { Operation } from '@layerkick/client/operation';
import { OPERATIONS } from '@layerkick/client/operations';
import { METRIC_IDS } from '@layerkick/stats/metrics';
import { expect, test } from 'vitest';
import { describeMetrics, TOOLS } from './tools.ts';

/** Another form of a question that is there: by an address, or as a file. */
const OTHER_FORMS = new Set(['getStats', 'exportStats', 'exportBookings']);

test('what can be asked over HTTP can be asked by an assistant, with the same permission', () => {
  const questions = Object.entries<Operation>(OPERATIONS).filter(
    ([id, { tag }]) => tag === 'Figures' && !OTHER_FORMS.has(id),
  );
  const asked = questions.map(([id, { permission, store }]) => [
    id.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
    { permission, store: store && 'store' },
  ]);
  const offered = Object.entries(TOOLS).flatMap(([name, tool]) =>
    'store' in tool ? [[name, { permission: tool.permission, store: tool.store }]] : [],
  );
  expect(Object.fromEntries(offered)).toEqual(Object.fromEntries(asked));
});

test('every metric is described, the tracking coverage among them', () => {
  expect(describeMetrics().metrics.map(({ id }) => id)).toEqual(METRIC_IDS);
  expect(METRIC_IDS).toContain('coverage');
});
