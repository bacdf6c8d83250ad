import { z } from 'zod';
import { log } from '#/lib/log.server.ts';
import { changeOfEvent, type WorkOSEvent, workosEvent } from './changes-of-event.ts';
import { changeStatements } from './change-statements.server.ts';

/** Attempts before an event that cannot be worked through is parked, so that it holds up nothing. */
export const ATTEMPTS = 5;

export type EventSource = 'webhook' | 'events';
export type EventOutcome = 'done' | 'parked' | 'waiting';

const stored = z.object({ state: z.enum(['waiting', 'done', 'parked']), attempts: z.number() });

/** Keeps an event, if it is a new one. @param now epoch ms */
export async function keepEvent(
  db: D1Database,
  event: WorkOSEvent,
  raw: string,
  source: EventSource,
  now: number,
): Promise<void> {
  await db
    .prepare(
      `INSERT INTO webhook_event (id, type, created_at, received_at, source, state, payload)
       VALUES (?, ?, ?, ?, ?, 'waiting', ?) ON CONFLICT (id) DO NOTHING`,
    )
    .bind(event.id, event.event, event.created_at, now, source, raw)
    .run();
}

/**
 * Works a kept event through, once. One that is not as documented is parked at once; one that fails otherwise stays, and
 * is parked after {@link ATTEMPTS}.
 */
export async function processEvent(db: D1Database, event: WorkOSEvent, now: number): Promise<EventOutcome> {
  const row = await db
    .prepare('SELECT state, attempts FROM webhook_event WHERE id = ?')
    .bind(event.id)
    .first();
  const { state, attempts } = stored.parse(row);
  if (state !== 'waiting') return state;
  try {
    const change = changeOfEvent(event);
    await db.batch([
      ...(change === null ? [] : changeStatements(db, change, event.id, now)),
      db
        .prepare(
          `UPDATE webhook_event SET state = 'done', payload = NULL, reason = NULL, processed_at = ? WHERE id = ?`,
        )
        .bind(now, event.id),
    ]);
    return 'done';
  } catch (cause) {
    const unreadable = cause instanceof z.ZodError;
    const reason = unreadable ? fieldsOf(cause) : String(cause);
    const next = unreadable || attempts + 1 >= ATTEMPTS ? 'parked' : 'waiting';
    await db
      .prepare('UPDATE webhook_event SET state = ?, attempts = attempts + 1, reason = ? WHERE id = ?')
      .bind(next, reason, event.id)
      .run();
    log.error('workos_event_failed', { id: event.id, type: event.event, state: next, reason });
    return next;
  }
}

/** Names of fields and what was expected, never what was in them. */
function fieldsOf(error: z.ZodError): string {
  return error.issues.map(({ path, message }) => `${path.join('.') || 'data'}: ${message}`).join('; ');
}

const kept = z.object({
  id: z.string(),
  type: z.string(),
  state: z.enum(['waiting', 'done', 'parked']),
  source: z.string(),
  created_at: z.number(),
  received_at: z.number(),
  attempts: z.number(),
  reason: z.string().nullable(),
});
export type KeptEvent = z.output<typeof kept>;

/** Events that were not worked through, oldest first. */
export async function unfinishedEvents(db: D1Database, limit = 100): Promise<readonly KeptEvent[]> {
  const { results } = await db
    .prepare(
      `SELECT id, type, state, source, created_at, received_at, attempts, reason FROM webhook_event
       WHERE state IN ('waiting', 'parked') ORDER BY received_at LIMIT ?`,
    )
    .bind(limit)
    .all();
  return z.array(kept).parse(results);
}

/** Works kept events through again: one by its id, or all that wait. Returns what became of each. */
export async function replayEvents(
  db: D1Database,
  which: { readonly id: string } | 'waiting' | 'unfinished',
  now: number,
): Promise<readonly { readonly id: string; readonly outcome: EventOutcome }[]> {
  const condition =
    which === 'waiting'
      ? `state = 'waiting'`
      : which === 'unfinished'
        ? `state <> 'done'`
        : `state <> 'done' AND id = ?`;
  const statement = db.prepare(
    `SELECT id, payload FROM webhook_event WHERE ${condition} AND payload IS NOT NULL ORDER BY created_at, id LIMIT 200`,
  );
  const { results } = await (typeof which === 'string' ? statement : statement.bind(which.id)).all();
  const outcomes: { id: string; outcome: EventOutcome }[] = [];
  for (const { id, payload } of z.array(z.object({ id: z.string(), payload: z.string() })).parse(results)) {
    // oxlint-disable-next-line no-await-in-loop -- in the order in which things happened
    outcomes.push({ id, outcome: await again(db, id, payload, which !== 'waiting', now) });
  }
  return outcomes;
}

async function again(
  db: D1Database,
  id: string,
  payload: string,
  unpark: boolean,
  now: number,
): Promise<EventOutcome> {
  if (unpark) {
    await db.prepare(`UPDATE webhook_event SET state = 'waiting', attempts = 0 WHERE id = ?`).bind(id).run();
  }
  return processEvent(db, workosEvent.parse(JSON.parse(payload)), now);
}
