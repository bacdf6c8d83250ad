import { env } from 'cloudflare:workers';
import { readConfiguration } from '#/env.server.ts';
import { changeAsOperator } from '#/features/admin/as-operator.server.ts';
import { requirePermission } from '#/features/auth/guard.server.ts';
import type { Degraded, Denial } from '#/features/auth/person.ts';
import { type KeptEvent, unfinishedEvents } from '#/features/mirror/inbox.server.ts';
import { type MirrorHealth, mirrorHealth } from '#/features/mirror/mirror-health.server.ts';
import { replayRecorded } from '#/features/mirror/replay-recorded.server.ts';
import { log } from '#/lib/log.server.ts';
import { withPageStatus } from '#/lib/page-status.server.ts';
import { openCircuits } from '#/lib/workos-fetch.server.ts';
import type { Health } from './health.ts';
import { channelsOf } from './channels.server.ts';
import { healthOf } from './parts.server.ts';
import { type HealthChange, readChanges } from './watch-records.server.ts';

const CHANGES = 20;
const EVENTS = 50;

export interface HealthReport {
  readonly ok: true;
  readonly health: Health;
  /** When each circuit of the isolate that answers opened, epoch ms; null where it lets calls through. */
  readonly circuits: Readonly<Record<'api' | 'keys', number | null>>;
  /** Null where somebody else than WorkOS keeps the accounts, and where it cannot be read. */
  readonly mirror: (MirrorHealth & { readonly unfinished: readonly KeptEvent[] }) | null;
  /** The latest changes of what the scheduled check watches, newest first; null where they cannot be read. */
  readonly changes: readonly HealthChange[] | null;
  /** Where alerts go, by name. */
  readonly channels: readonly string[];
}

export async function healthForOperators(): Promise<HealthReport | Denial> {
  const guarded = await requirePermission('admin');
  if (!guarded.ok) return withPageStatus(guarded);
  const [health, mirror, changes] = await Promise.all([
    healthOf(env, Date.now()),
    readConfiguration(env).AUTH_PROVIDER === 'workos' ? readable(mirrorWithEvents) : null,
    readable(() => readChanges(env.DB, CHANGES)),
  ]);
  const channels = channelsOf(env).map(({ name }) => name);
  return { ok: true, health, circuits: openCircuits(), mirror, changes, channels };
}

/** `outcomes`: what became of each event that was worked through again, by id. */
export type Replayed =
  | { readonly ok: true; readonly outcomes: Readonly<Record<string, 'done' | 'parked' | 'waiting'>> }
  | Degraded
  | Denial;

/** Works events through again that could not be. @param event its id; all of them where it is null */
export function replayInConsole(event: string | null): Promise<Replayed> {
  return changeAsOperator(async ({ change }) => {
    const replayed = await replayRecorded(env.DB, event, change);
    const outcomes = Object.fromEntries(replayed.map(({ id, outcome }) => [id, outcome]));
    return { ok: true as const, outcomes };
  });
}

async function mirrorWithEvents(): Promise<NonNullable<HealthReport['mirror']>> {
  const [health, unfinished] = await Promise.all([mirrorHealth(env.DB), unfinishedEvents(env.DB, EVENTS)]);
  return { ...health, unfinished };
}

/** Whatever cannot be read must not take the rest of the page along. */
async function readable<T>(read: () => Promise<T>): Promise<T | null> {
  try {
    return await read();
  } catch (cause) {
    log.error('health_records_unavailable', { cause: String(cause) });
    return null;
  }
}
