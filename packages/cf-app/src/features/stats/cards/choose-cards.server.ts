import type { MetricId } from '@layerkick/stats/metrics';
import { storeOfPage } from '../store-of-page.server.ts';
import { chooseCards } from './chosen-cards.server.ts';
import type { Denial } from '#/features/auth/person.ts';

export type CardsSaved = { readonly ok: true } | Denial;

/** Remembers the choice of the person in this request. It opens nothing and changes no one else's page. */
export async function chooseCardsInRequest(slug: string, cards: readonly MetricId[]): Promise<CardsSaved> {
  const store = await storeOfPage(slug);
  if (!store.ok) return store;
  await chooseCards(store, cards, store.now);
  return { ok: true };
}
