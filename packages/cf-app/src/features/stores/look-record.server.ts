import { z } from 'zod';
import { lookAtAll } from './look.server.ts';
import type { StoreLook } from './look.ts';

/** As many stores are asked at once when somebody sorts by what they say. With more, what they said last is kept. */
export const MOST_ASKED = 500;
/** Each is asked as often. */
const AGAIN_MS = 3_600_000;
/** In one run, each minute: 1,500 stores an hour. */
const IN_A_RUN = 25;

/** What a store's object said of itself at some time. */
export interface RecordedLook extends Pick<StoreLook, 'bytes' | 'events' | 'lastEventAt'> {
  /** Epoch ms. */
  readonly at: number;
}

const slugs = z.array(z.object({ slug: z.string() }));

/** Asks those stores that were not asked for longest, where there are more than can be asked at once. @param now epoch ms */
export async function recordLooks(env: Env, now: number, most = MOST_ASKED): Promise<void> {
  const { results } = await env.DB.prepare(
    `SELECT s.slug FROM store s LEFT JOIN store_look l ON l.slug = s.slug
     WHERE (SELECT count(*) FROM store) > ?1 AND (l.at IS NULL OR l.at <= ?2)
     ORDER BY l.at, s.slug LIMIT ${IN_A_RUN}`,
  )
    .bind(most, now - AGAIN_MS)
    .all();
  const due = slugs.parse(results).map(({ slug }) => slug);
  if (due.length > 0) await keepLooks(env.DB, await lookAtAll(env.STORE_STATS, due), now);
}

/** Of one that did not answer, what it said before stays. */
async function keepLooks(
  db: D1Database,
  looks: ReadonlyMap<string, StoreLook | null>,
  now: number,
): Promise<void> {
  const said = [...looks].map(([slug, look]) => ({
    slug,
    bytes: look?.bytes ?? null,
    events: look?.events ?? null,
    last: look?.lastEventAt ?? null,
  }));
  await db
    .prepare(
      `INSERT INTO store_look (slug, at, bytes, events, last_event_at)
       SELECT value ->> 'slug', ?2, value ->> 'bytes', value ->> 'events', value ->> 'last' FROM json_each(?1)
       WHERE value ->> 'slug' IN (SELECT slug FROM store)
       ON CONFLICT (slug) DO UPDATE SET at = excluded.at, bytes = coalesce(excluded.bytes, bytes),
         events = coalesce(excluded.events, events), last_event_at = coalesce(excluded.last_event_at, last_event_at)`,
    )
    .bind(JSON.stringify(said), now)
    .run();
}

const rows = z.array(
  z.object({
    slug: z.string(),
    at: z.number(),
    bytes: z.number(),
    events: z.number(),
    last_event_at: z.number().nullable(),
  }),
);

/** What every store said last, by slug; those that never answered are left out. */
export async function recordedLooks(db: D1Database): Promise<ReadonlyMap<string, RecordedLook>> {
  const { results } = await db
    .prepare('SELECT slug, at, bytes, events, last_event_at FROM store_look WHERE bytes IS NOT NULL')
    .all();
  return new Map(
    rows
      .parse(results)
      .map(({ slug, last_event_at: lastEventAt, ...said }) => [slug, { ...said, lastEventAt }]),
  );
}
