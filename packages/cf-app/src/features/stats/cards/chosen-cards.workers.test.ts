import type { AuthContext } from '@layerkick/auth/auth-context';
import type { MetricId } from '@layerkick/stats/metrics';
import { env } from 'cloudflare:workers';
import { beforeEach, expect, test } from 'vitest';
import { USUAL_CARDS } from '../view/search.schema.ts';
import { cardChoice } from './card-choice.schema.ts';
import { chooseCards, chosenCards } from './chosen-cards.server.ts';

const at = (user: string, slug: string) => ({
  auth: { principal: { kind: 'user', id: user } } as AuthContext,
  settings: { slug, timeZone: 'Europe/Berlin', currency: 'EUR' },
});

beforeEach(() => env.DB.exec('DELETE FROM preference'));

test('the usual cards are there until somebody chooses others', async () => {
  expect(await chosenCards(at('ann', 'fmdf'))).toEqual(USUAL_CARDS);
});

test('a choice is of one person in one store, and the latest counts', async () => {
  await chooseCards(at('ann', 'fmdf'), ['orders', 'returns'], 1);
  await chooseCards(at('ann', 'fmdf'), ['returns', 'orders'], 2);
  expect(await chosenCards(at('ann', 'fmdf'))).toEqual(['returns', 'orders']);
  expect(await chosenCards(at('ben', 'fmdf'))).toEqual(USUAL_CARDS);
  expect(await chosenCards(at('ann', 'northwind'))).toEqual(USUAL_CARDS);
});

test.each(['["orders","gone_since"]', '[]', '{}', 'nonsense'])(
  'what is not a choice any more is none: %s',
  async (value) => {
    await env.DB.prepare('INSERT INTO preference VALUES (?, ?, ?, ?, 0)')
      .bind('ann', 'fmdf', 'cards', value)
      .run();
    expect(await chosenCards(at('ann', 'fmdf'))).toEqual(USUAL_CARDS);
  },
);

test.each<[string, unknown]>([
  ['one card', ['orders']],
  ['a card twice', ['orders', 'orders']],
  ['more than there is room for', Array.from({ length: 13 }, (_, index) => `card_${index}`)],
  ['no figure', ['orders', 'happiness']],
  ['no list', 'orders,returns'],
])('%s is refused', (_, cards) => {
  expect(cardChoice.safeParse(cards).success).toBe(false);
});

test('every figure of the registry can be a card', () => {
  const pair: MetricId[] = ['view_to_order_rate', 'adjustments'];
  expect(cardChoice.safeParse(pair).success).toBe(true);
});
