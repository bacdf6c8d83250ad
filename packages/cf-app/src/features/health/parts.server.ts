import type { OutageVerdict } from '@layerkick/auth/resilience/outage-verdict';
import { log } from '#/lib/log.server.ts';
import { workosVerdict } from '#/lib/workos-fetch.server.ts';
import type { Health, PartHealth, StorageName } from './health.ts';

/** One answer of one part; longer is as good as none. */
const TIMEOUT_MS = 2000;
/** Anybody may ask, so that asking must not cost. */
const GOOD_FOR_MS = 10_000;

let latest: Health | undefined;

/** How all parts are doing, at most ten seconds ago. @param now epoch ms */
export async function healthOf(env: Env, now: number): Promise<Health> {
  if (latest !== undefined && now - latest.at < GOOD_FOR_MS) return latest;
  const [verdict, d1, kv, r2] = await Promise.all([
    workosVerdict(env).current(),
    ask('d1', () => env.DB.prepare('SELECT 1').first()),
    ask('kv', () => env.LAYERKICK_KV.get('health')),
    ask('r2', () => env.ARCHIVE.head('health')),
  ]);
  latest = {
    at: now,
    status: overall(verdict, { d1, kv, r2 }),
    parts: { workos: ofWorkOS(verdict), d1, kv, r2 },
  };
  return latest;
}

async function ask(name: StorageName, question: () => Promise<unknown>): Promise<PartHealth> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${TIMEOUT_MS} ms`)), TIMEOUT_MS);
  });
  try {
    await Promise.race([question(), late]);
    return { state: 'up' };
  } catch (cause) {
    log.error('storage_unreachable', { part: name, cause: String(cause) });
    return { state: 'down' };
  } finally {
    clearTimeout(timer);
  }
}

/** Not asked here: the scheduled check asks once a minute for everybody. */
function ofWorkOS(verdict: OutageVerdict | null): PartHealth {
  if (verdict === null) return { state: 'unknown' };
  return { state: verdict.state, since: verdict.since, checkedAt: verdict.checkedAt };
}

/** Without D1 nobody is let in and no event is taken; everything else can be gone for a while. */
function overall(
  verdict: OutageVerdict | null,
  storage: Readonly<Record<StorageName, PartHealth>>,
): Health['status'] {
  if (storage.d1.state === 'down') return 'down';
  const some = Object.values(storage).some(({ state }) => state === 'down') || verdict?.state === 'down';
  return some ? 'degraded' : 'ok';
}
