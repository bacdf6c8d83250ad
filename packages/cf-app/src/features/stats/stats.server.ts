import { env } from 'cloudflare:workers';
import { readConfiguration } from '#/env.server.ts';
import { requireStore } from '#/features/auth/guard.server.ts';
import { log } from '#/lib/log.server.ts';
import { withPageStatus } from '#/lib/page-status.server.ts';
import { requestId } from '#/lib/request-context.server.ts';
import type { StatsResult } from './answers.ts';
import { withLabels } from './row-labels.server.ts';
import { askStore } from './store-questions.server.ts';
import { questionsOf } from './view/queries.ts';
import { parseSearch } from './view/search.schema.ts';

/** What the person in this request may see of `slug`, for the page state in `rawSearch`. */
export async function reportOf(slug: string, rawSearch: Record<string, unknown>): Promise<StatsResult> {
  const guarded = await requireStore(slug);
  if (!guarded.ok) return { ok: false, code: guarded.code, requestId: guarded.requestId };

  const { slug: name, timeZone, currency } = guarded.store;
  const stub = env.STORE_STATS.getByName(name);
  const search = parseSearch(rawSearch);
  const now = Date.now();
  const answers = await askStore(
    questionsOf(search),
    async (queries) => (await stub.query({ slug: name, timeZone, currency }, queries, now)).map(withLabels),
    (question, cause) => log.error('stats_query_failed', { store: name, question, cause: String(cause) }),
  );
  if (Object.values(answers).every(({ ok }) => !ok)) {
    return withPageStatus({ ok: false, code: 'unavailable', requestId: requestId() });
  }
  return {
    ok: true,
    search,
    answers,
    scriptOrigin: readConfiguration(env).APP_ORIGIN,
    requestId: requestId(),
  };
}
