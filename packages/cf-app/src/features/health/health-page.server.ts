import { env } from 'cloudflare:workers';
import { requirePermission } from '#/features/auth/guard.server.ts';
import type { Denial } from '#/features/auth/person.ts';
import { log } from '#/lib/log.server.ts';
import { withPageStatus } from '#/lib/page-status.server.ts';
import type { Health } from './health.ts';
import { channelsOf } from './channels.server.ts';
import { healthOf } from './parts.server.ts';
import { type HealthChange, readChanges } from './watch-records.server.ts';

const CHANGES = 20;

export interface HealthReport {
  readonly ok: true;
  readonly health: Health;
  /** The latest changes of what the scheduled check watches, newest first; null where they cannot be read. */
  readonly changes: readonly HealthChange[] | null;
  /** Where alerts go, by name. */
  readonly channels: readonly string[];
}

export async function healthForOperators(): Promise<HealthReport | Denial> {
  const guarded = await requirePermission('admin');
  if (!guarded.ok) return withPageStatus(guarded);
  const [health, changes] = await Promise.all([healthOf(env, Date.now()), recentChanges()]);
  return { ok: true, health, changes, channels: channelsOf(env).map(({ name }) => name) };
}

async function recentChanges(): Promise<readonly HealthChange[] | null> {
  try {
    return await readChanges(env.DB, CHANGES);
  } catch (cause) {
    log.error('health_records_unavailable', { cause: String(cause) });
    return null;
  }
}
