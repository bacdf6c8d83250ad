import { expect, test } from 'vitest';
import { goalFigures, goalQuestions } from './goal-figures.ts';
import type { Goal } from './goals.ts';
import { newGoal } from './goal.schema.ts';

const thanks: Goal = { id: '1', name: 'Newsletter', dimension: 'page', op: 'prefix', value: '/thanks' };
const search: Goal = { id: '2', name: 'Searched', dimension: 'event', op: 'is', value: 'search' };

test('a goal is a filter beside those of the page, and the whole is asked first', () => {
  const email = { dimension: 'channel' as const, op: 'is' as const, values: ['Email'] };
  const questions = goalQuestions([thanks, search], { range: '7d', compare: 'previous', filters: [email] });
  expect(questions).toEqual([
    { range: '7d', compare: 'previous', filters: [email], metrics: ['sessions'] },
    {
      range: '7d',
      compare: 'previous',
      filters: [email, { dimension: 'page', op: 'prefix', values: ['/thanks'] }],
      metrics: ['sessions'],
    },
    {
      range: '7d',
      compare: 'previous',
      filters: [email, { dimension: 'event', op: 'is', values: ['search'] }],
      metrics: ['sessions'],
    },
  ]);
});

const answer = (sessions: number, before: number | null) =>
  ({ totals: { sessions }, totalsBefore: before === null ? null : { sessions: before } }) as never;

test('its rate is of all sessions, now and before; of none it is not known', () => {
  expect(goalFigures([thanks], [answer(10, 0), answer(4, 0)])).toEqual([
    { goal: thanks, conversions: 4, rate: 0.4, before: { conversions: 0, rate: null } },
  ]);
  expect(goalFigures([thanks], [answer(10, null), answer(4, null)])).toMatchObject([{ before: null }]);
});

test.each([
  ['an event by part of its name', { dimension: 'event', op: 'contains', value: 'search' }],
  ['an event that no shop can send', { dimension: 'event', op: 'is', value: 'Sign Up' }],
  ['a page without its slash', { dimension: 'page', op: 'is', value: 'thanks' }],
  ['nothing', { dimension: 'page', op: 'contains', value: '  ' }],
  ['another dimension', { dimension: 'customer', op: 'is', value: 'new' }],
])('%s is no goal', (_, goal) => {
  expect(newGoal.safeParse({ slug: 'fmdf', name: 'Goal', ...goal }).success).toBe(false);
});
