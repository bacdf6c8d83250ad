import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import type { PanelPage } from '#/features/stats/panels/panel-page.ts';
import { GoalsPanel } from './goals-panel.tsx';
import type { Goal } from './goals.ts';

const page: PanelPage = {
  slug: 'fmdf',
  prefix: '',
  asked: { country: 'DE' },
  currency: 'EUR',
  timeZone: 'Europe/Berlin',
  now: 0,
  requestId: 'request-1',
  mayExport: true,
  mayManage: true,
};

test.each([
  ['page', 'is', '/thanks', 'page=%2Fthanks'],
  ['page', 'contains', 'thanks', 'page_has=thanks'],
  ['page', 'prefix', '/guides/', 'page_begins=%2Fguides%2F'],
  ['event', 'is', 'sign_up', 'event=sign_up'],
] as const)('a goal leads to the sessions that reached it: %s %s %s', (dimension, op, value, condition) => {
  const goal: Goal = { id: 'goal_1', name: 'A goal', dimension, op, value };
  const html = renderToStaticMarkup(
    <GoalsPanel goals={[{ goal, conversions: 3, rate: 0.5, before: null }]} page={page} />,
  );
  expect(html).toContain(`href="?country=DE&amp;${condition}"`);
});
