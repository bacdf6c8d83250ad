import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { PAGE } from '#/features/stats/panels/testing/page-under-test.ts';
import { GoalsPanel } from './goals-panel.tsx';
import type { Goal } from './goals.ts';

test.each([
  ['page', 'is', '/thanks', 'page=%2Fthanks'],
  ['page', 'contains', 'thanks', 'page_has=thanks'],
  ['page', 'prefix', '/guides/', 'page_begins=%2Fguides%2F'],
  ['event', 'is', 'sign_up', 'event=sign_up'],
] as const)('a goal leads to the sessions that reached it: %s %s %s', (dimension, op, value, condition) => {
  const goal: Goal = { id: 'goal_1', name: 'A goal', dimension, op, value };
  const html = renderToStaticMarkup(
    <GoalsPanel goals={[{ goal, conversions: 3, rate: 0.5, before: null }]} page={PAGE} />,
  );
  expect(html).toContain(`href="?country=DE&amp;${condition}"`);
});
