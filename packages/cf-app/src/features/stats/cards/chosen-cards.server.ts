import { isMetricId, type MetricId } from '@layerkick/stats/metrics';
import { env } from 'cloudflare:workers';
import { log } from '#/lib/log.server.ts';
import type { StoreOfPage } from '../store-of-page.server.ts';
import { USUAL_CARDS } from '../view/search.schema.ts';
import { cardChoice } from './card-choice.schema.ts';

const NAME = 'cards';

type Chooser = Pick<StoreOfPage, 'auth' | 'settings'>;

/** The figures that somebody chose for the cards of a store, in their order; the usual ones as long as nothing was chosen. */
export async function chosenCards({ auth, settings }: Chooser): Promise<readonly MetricId[]> {
  try {
    const row = await env.DB.prepare(
      'SELECT value FROM preference WHERE user_id = ? AND store = ? AND name = ?',
    )
      .bind(auth.principal.id, settings.slug, NAME)
      .first<{ value: string }>();
    const chosen = row === null ? null : cardChoice.safeParse(JSON.parse(row.value));
    // A metric may have gone since.
    if (chosen?.success && chosen.data.every(isMetricId)) return chosen.data;
  } catch (cause) {
    log.error('preference_unreadable', { store: settings.slug, cause: String(cause) });
  }
  return USUAL_CARDS;
}

export async function chooseCards(
  { auth, settings }: Chooser,
  cards: readonly MetricId[],
  now: number,
): Promise<void> {
  await env.DB.prepare(
    `INSERT INTO preference (user_id, store, name, value, changed_at) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (user_id, store, name) DO UPDATE SET value = excluded.value, changed_at = excluded.changed_at`,
  )
    .bind(auth.principal.id, settings.slug, NAME, JSON.stringify(cards), now)
    .run();
}
