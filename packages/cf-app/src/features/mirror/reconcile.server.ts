import { DirectoryRefusedError, type Page, type WorkOSDirectory } from '@layerkick/auth/workos/directory';
import { log } from '#/lib/log.server.ts';
import { EVENT_TYPES, workosEvent } from './changes-of-event.ts';
import { keepEvent, processEvent, replayEvents } from './inbox.server.ts';
import { readSync, writeSync } from './sync-cursor.server.ts';

/** WorkOS keeps events for thirty days; the first question asks a little less far back. */
const FURTHEST_MS = (30 * 24 - 1) * 60 * 60 * 1000;
/** Pages in one run; the next one goes on from there. */
const PAGES = 20;

export interface Reconciliation {
  /** Events that WorkOS told of since the last run. */
  readonly events: number;
  /** Those of them that no webhook had brought. */
  readonly missed: number;
  readonly parked: number;
}

/**
 * Asks WorkOS what happened since the last time, and works through what no webhook brought, and what failed before. The
 * cursor moves on only past what is kept here.
 *
 * @param now epoch ms
 */
export async function reconcileEvents(
  db: D1Database,
  directory: WorkOSDirectory,
  now: number,
): Promise<Reconciliation> {
  await replayEvents(db, 'waiting', now);
  let position = (await readSync(db, 'events'))?.position ?? null;
  const found = { events: 0, missed: 0, parked: 0 };
  for (let pages = 0; pages < PAGES; pages += 1) {
    // oxlint-disable-next-line no-await-in-loop -- each page begins where the one before ended
    const page = await eventsAfter(directory, position, now);
    for (const entry of page.data) {
      // oxlint-disable-next-line no-await-in-loop -- in the order in which things happened
      const outcome = await take(db, entry, now);
      found.events += 1;
      if (outcome.missed) found.missed += 1;
      if (outcome.parked) found.parked += 1;
      position = outcome.id ?? position;
    }
    // oxlint-disable-next-line no-await-in-loop -- what was kept is not asked for again
    await writeSync(db, 'events', position, found, now);
    if (page.after === null || page.data.length === 0) break;
  }
  if (found.missed > 0 || found.parked > 0) log.warn('workos_events_repaired', { ...found });
  return found;
}

async function eventsAfter(directory: WorkOSDirectory, position: string | null, now: number): Promise<Page> {
  const events = EVENT_TYPES.join(',');
  const fromFurthest = { events, range_start: new Date(now - FURTHEST_MS).toISOString() };
  if (position === null) return directory.page('/events', fromFurthest);
  try {
    return await directory.page('/events', { events, after: position });
  } catch (error) {
    if (!(error instanceof DirectoryRefusedError)) throw error;
    // Older than what WorkOS keeps: everything that is there is gone through again, which changes nothing twice.
    log.warn('workos_events_cursor_lost', { status: error.status });
    return directory.page('/events', fromFurthest);
  }
}

async function take(db: D1Database, entry: unknown, now: number) {
  const parsed = workosEvent.safeParse(entry);
  if (!parsed.success) {
    log.error('workos_event_unreadable', {
      fields: parsed.error.issues.map(({ path }) => path.join('.')).join(),
    });
    return { id: null, missed: false, parked: true };
  }
  const event = parsed.data;
  const known = await db.prepare('SELECT 1 FROM webhook_event WHERE id = ?').bind(event.id).first();
  if (known === null) await keepEvent(db, event, JSON.stringify(entry), 'events', now);
  const outcome = await processEvent(db, event, now);
  return { id: event.id, missed: known === null, parked: outcome === 'parked' };
}
