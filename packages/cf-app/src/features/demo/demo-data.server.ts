import { z } from 'zod';
import { replay } from '#/api/replay/replay.ts';
import { auditStatement, type Change } from '../access/audit-log.server.ts';
import { replayInto } from '../stores/replay-into.server.ts';
import type { Store } from '../stores/store.schema.ts';
import { demoHistory } from './history.ts';
import type { ReplayBatch } from './replay.schema.ts';

/** One call tells as much: some days of a busy shop. */
const BATCHES_AT_A_TIME = 1_500;
const DAY_MS = 86_400_000;

/** Whose history a store is told, by its currency. */
const SHOP_OF_CURRENCY: Readonly<Record<string, string>> = { EUR: 'fmdf', GBP: 'northwind' };

export type DemoTold =
  /** `fraction`: 0 to 1; asked again until it is 1. */
  | { readonly ok: true; readonly fraction: number }
  | { readonly ok: false; readonly code: 'store_not_empty' | 'currency_without_demo' };

type Places = Pick<Env, 'DB' | 'STORE_STATS'>;
const row = z.object({ shop: z.string(), since: z.number(), told: z.number() });
type DemoStore = z.output<typeof row>;

/**
 * Tells an empty store a piece of the history of one of the demo shops, up to now. What is told is ours alone: nobody
 * writes a past of their own with it. Stopped anywhere, it goes on; batches that are told twice count once.
 */
export async function tellDemo(
  places: Places,
  store: Store,
  days: number,
  change: Change,
): Promise<DemoTold> {
  const found = (await readDemo(places.DB, store.slug)) ?? (await beginDemo(places, store, days, change));
  if ('code' in found) return { ok: false, code: found.code };
  const { batches, until } = pieceOf(found, store.slug, change.at);
  if (batches.length > 0) await replay(replayInto(places.STORE_STATS, store), store, batches);
  await places.DB.prepare('UPDATE demo_store SET told = ? WHERE slug = ?').bind(until, store.slug).run();
  return { ok: true, fraction: (until - found.since) / (change.at - found.since) };
}

/** A store that was told something else has figures of its own, which must stay what they are. */
async function beginDemo(
  { DB, STORE_STATS }: Places,
  { slug, currency }: Store,
  days: number,
  change: Change,
): Promise<DemoStore | { readonly code: 'store_not_empty' | 'currency_without_demo' }> {
  const shop = SHOP_OF_CURRENCY[currency];
  if (shop === undefined) return { code: 'currency_without_demo' };
  const { events, orders, pendingBatches } = await STORE_STATS.getByName(slug).status();
  if (events + orders + pendingBatches > 0) return { code: 'store_not_empty' };
  const since = change.at - days * DAY_MS;
  await DB.batch([
    DB.prepare('INSERT INTO demo_store (slug, shop, since, told) VALUES (?, ?, ?, ?)').bind(
      slug,
      shop,
      since,
      since,
    ),
    auditStatement(DB, change, {
      action: 'store.demo',
      target: `store:${slug}`,
      before: null,
      after: { shop, days },
    }),
  ]);
  return { shop, since, told: since };
}

async function readDemo(db: D1Database, slug: string): Promise<DemoStore | null> {
  const found = await db
    .prepare('SELECT shop, since, told FROM demo_store WHERE slug = ?')
    .bind(slug)
    .first();
  return found === null ? null : row.parse(found);
}

/** What comes next, under the store's own name. @param now epoch ms */
function pieceOf({ shop, since, told }: DemoStore, slug: string, now: number) {
  const batches: ReplayBatch[] = [];
  for (const batch of demoHistory({ store: shop, since, from: told, until: now })) {
    batches.push({ ...batch, body: { ...bodyOf(batch), store: slug } });
    if (batches.length >= BATCHES_AT_A_TIME) return { batches, until: batch.received };
  }
  return { batches, until: now };
}

function bodyOf({ body }: ReplayBatch): object {
  return typeof body === 'object' && body !== null ? body : {};
}
