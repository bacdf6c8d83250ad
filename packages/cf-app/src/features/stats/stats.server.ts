import type { StatsQuery } from '@layerkick/stats/query';
import { env } from 'cloudflare:workers';
import { readConfiguration } from '#/env.server.ts';
import { requireStore } from '#/features/auth/guard.server.ts';
import { log } from '#/lib/log.server.ts';
import { withPageStatus } from '#/lib/page-status.server.ts';
import { requestId } from '#/lib/request-context.server.ts';
import type { StatsResult } from './answers.ts';
import { withLabels } from './row-labels.server.ts';
import { askStore } from './store-questions.server.ts';
import { explain } from './why/explain.server.ts';
import { questionsOf, selectionOf } from './view/queries.ts';
import { parseSearch } from './view/search.schema.ts';

/** What the person in this request may see of `slug`, for the page state in `rawSearch`. */
export async function reportOf(slug: string, rawSearch: Record<string, unknown>): Promise<StatsResult> {
  const guarded = await requireStore(slug);
  if (!guarded.ok) return { ok: false, code: guarded.code, requestId: guarded.requestId };

  const { slug: name, timeZone, currency } = guarded.store;
  const stub = env.STORE_STATS.getByName(name);
  const search = parseSearch(rawSearch);
  const now = Date.now();
  const ask = async (queries: readonly StatsQuery[]) =>
    stub.query({ slug: name, timeZone, currency }, queries, now);
  const failed = (question: string, cause: unknown) =>
    log.error('stats_query_failed', { store: name, question, cause: String(cause) });
  const [answers, why] = await Promise.all([
    askStore(questionsOf(search), async (queries) => (await ask(queries)).map(withLabels), failed),
    explain(selectionOf(search), ask, (cause) => failed('why', cause)),
  ]);
  if (Object.values(answers).every(({ ok }) => !ok)) {
    return withPageStatus({ ok: false, code: 'unavailable', requestId: requestId() });
  }
  return {
    ok: true,
    search,
    answers,
    why,
    scriptOrigin: readConfiguration(env).APP_ORIGIN,
    requestId: requestId(),
  };
}
