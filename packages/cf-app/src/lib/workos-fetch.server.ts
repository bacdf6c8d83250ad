import { type SharedVerdict, sharedVerdict } from '@layerkick/auth/resilience/outage-verdict';
import type { CircuitName } from '@layerkick/auth/resilience/resilient-fetch';
import { RETRIES } from '@layerkick/auth/resilience/schedule';
import type { Configuration } from '#/env.server.ts';
import { log } from './log.server.ts';
import { noteAttempt, workosTimeLeft } from './trace.server.ts';

const VERDICT_KEY = 'workos-verdict';

let ours: { readonly configuration: Configuration; readonly fetch: typeof fetch } | undefined;

/**
 * `fetch` as this Worker calls WorkOS, with everything of design §5; loaded when WorkOS is called. One for all that call
 * it: what one learns of an outage holds for the others.
 */
export function workosFetch(env: Env, configuration: Configuration): typeof fetch {
  if (ours?.configuration !== configuration) {
    let loading: Promise<typeof fetch> | undefined;
    ours = {
      configuration,
      fetch: async (...request) => (await (loading ??= load(env, configuration)))(...request),
    };
  }
  return ours.fetch;
}

async function load(
  env: Env,
  { AUTH_PROVIDER, WORKOS_DEADLINE_MS: budgetMs }: Configuration,
): Promise<typeof fetch> {
  const { resilientFetch } = await import('@layerkick/auth/resilience/resilient-fetch');
  return resilientFetch({
    fetch: (...request) => fetch(...request),
    timeLeft: () => workosTimeLeft(Date.now(), budgetMs),
    // A shorter deadline than usual gets a shorter schedule, of the same shape.
    schedule: { ...RETRIES, firstDelayMs: Math.min(RETRIES.firstDelayMs, budgetMs / 5) },
    // The health check is about WorkOS, and says nothing about another provider.
    verdict: async () => (AUTH_PROVIDER === 'workos' ? workosVerdict(env).current() : null),
    attempted: noteAttempt,
    switched: (circuit, state) => {
      openSince[circuit] = state === 'open' ? Date.now() : null;
    },
    clock: Date.now,
    random: Math.random,
    log,
  });
}

const openSince: Record<CircuitName, number | null> = { api: null, keys: null };

/** When each circuit of this isolate opened, epoch ms; null where it lets calls through. Other isolates have their own. */
export function openCircuits(): Readonly<Record<CircuitName, number | null>> {
  return { ...openSince };
}

let known: { readonly kv: KVNamespace; readonly verdict: SharedVerdict } | undefined;

/** What the health check says of WorkOS, shared by all isolates. */
export function workosVerdict({ LAYERKICK_KV: kv }: Env): SharedVerdict {
  if (known?.kv !== kv) {
    const storage = {
      read: () => kv.get(VERDICT_KEY),
      write: (verdict: string) => kv.put(VERDICT_KEY, verdict),
    };
    known = { kv, verdict: sharedVerdict(storage, Date.now, log) };
  }
  return known.verdict;
}
