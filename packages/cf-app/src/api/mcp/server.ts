import type { AuthContext } from '@layerkick/auth/auth-context';
import { explainChange } from '@layerkick/client/operations/change';
import { cohortsQuery } from '@layerkick/stats/cohorts';
import { funnelQuery } from '@layerkick/stats/funnel';
import { statsQuery } from '@layerkick/stats/query';
import { realtimeQuery } from '@layerkick/stats/realtime';
import { type CallToolResult, McpServer } from '@modelcontextprotocol/server';
import type { z } from 'zod';
import { listStores } from '../../features/stores/registry.server.ts';
import { fieldErrors } from '../collector/field-errors.ts';
import type { Problem } from '../problem.ts';
import { type Asking, askStore, changeOf, cohortsOf, funnelOf, realtimeOf } from '../v1/ask-store.ts';
import type { ProblemOutcome } from '../v1/call.ts';
import { describedStore } from '../v1/described-store.ts';
import { PERMISSION_MISSING, STORE_FORBIDDEN } from '../v1/problems.ts';
import { visibleStore } from '../v1/visible-store.ts';
import {
  DESCRIBE_METRICS,
  describeMetrics,
  EXPLAIN_CHANGE,
  GET_REALTIME,
  LIST_STORES,
  QUERY_COHORTS,
  QUERY_FUNNEL,
  QUERY_STATS,
} from './tools.ts';

export interface McpParts {
  readonly env: Env;
  readonly auth: AuthContext;
  /** Epoch ms; decides what today is. */
  readonly now: number;
}

/** A merchant's stores for an assistant: the same questions as the HTTP API, answered by the same code. */
export function mcpServer(parts: McpParts): McpServer {
  const { env, auth } = parts;
  const server = new McpServer({ name: 'layerkick', title: 'LayerKick', version: '1' });
  server.registerTool('list_stores', LIST_STORES, async () => {
    const stores = await listStores(env.DB, auth.stores);
    return answer({ stores: stores.map(describedStore) });
  });
  server.registerTool('describe_metrics', DESCRIBE_METRICS, () => answer(describeMetrics()));
  server.registerTool('query_stats', QUERY_STATS, ({ store, ...question }) =>
    ofStore(parts, store, question, statsQuery, askStore),
  );
  server.registerTool('explain_change', EXPLAIN_CHANGE, ({ store, ...question }) =>
    ofStore(parts, store, question, explainChange.body, answering(changeOf)),
  );
  server.registerTool('query_funnel', QUERY_FUNNEL, ({ store, ...question }) =>
    ofStore(parts, store, question, funnelQuery, answering(funnelOf)),
  );
  server.registerTool('query_cohorts', QUERY_COHORTS, ({ store, ...question }) =>
    ofStore(parts, store, question, cohortsQuery, answering(cohortsOf)),
  );
  server.registerTool('get_realtime', GET_REALTIME, ({ store, ...question }) =>
    ofStore(parts, store, question, realtimeQuery, answering(realtimeOf)),
  );
  return server;
}

type Told = { readonly kind: 'answer'; readonly answer: object } | ProblemOutcome;

/** A question about one store, by whoever may see it. */
async function ofStore<Question>(
  parts: McpParts,
  slug: string,
  question: unknown,
  schema: z.ZodType<Question>,
  ask: (asking: Asking, question: Question) => Promise<Told>,
): Promise<CallToolResult> {
  const { env, auth } = parts;
  if (!auth.permissions.has('stats:read')) return refusal(PERMISSION_MISSING);
  const parsed = schema.safeParse(question);
  if (!parsed.success) return refusal(invalid(fieldErrors(parsed.error)));
  const store = await visibleStore(env.DB, auth, slug);
  if (store === null) return refusal(STORE_FORBIDDEN);
  const asked = await ask({ ...parts, store }, parsed.data);
  return asked.kind === 'problem' ? refusal(asked.problem) : answer({ ...asked.answer });
}

function answering<Question>(ask: (asking: Asking, question: Question) => Promise<object>) {
  return async (asking: Asking, question: Question): Promise<Told> => ({
    kind: 'answer',
    answer: await ask(asking, question),
  });
}

/** For clients that read structured answers, and as text for those that do not. */
function answer(content: Record<string, unknown>): CallToolResult {
  return { content: [{ type: 'text', text: JSON.stringify(content) }], structuredContent: content };
}

/** Something that the assistant can read and do better, rather than a failure of the protocol. */
function refusal({ code, title, detail }: Problem): CallToolResult {
  const text = `${code}: ${title}${detail === undefined ? '' : ` (${detail})`}`;
  return { content: [{ type: 'text', text }], isError: true };
}

function invalid(errors: readonly { field: string; message: string }[]): Problem {
  const detail = errors.map(({ field, message }) => `${field}: ${message}`).join('; ');
  return { status: 400, code: 'fields_invalid', title: 'Some fields are wrong', detail };
}
