import type { AuthContext } from '@layerkick/auth/auth-context';
import { statsQuery } from '@layerkick/stats/query';
import { type CallToolResult, McpServer } from '@modelcontextprotocol/server';
import { listStores } from '../../features/stores/registry.server.ts';
import { fieldErrors } from '../collector/field-errors.ts';
import type { Problem } from '../problem.ts';
import { askStore } from '../v1/ask-store.ts';
import { describedStore } from '../v1/described-store.ts';
import { PERMISSION_MISSING, STORE_FORBIDDEN } from '../v1/problems.ts';
import { visibleStore } from '../v1/visible-store.ts';
import { DESCRIBE_METRICS, describeMetrics, LIST_STORES, QUERY_STATS } from './tools.ts';

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
    queryStats(parts, store, question),
  );
  return server;
}

async function queryStats(parts: McpParts, slug: string, question: unknown): Promise<CallToolResult> {
  const { env, auth } = parts;
  if (!auth.permissions.has('stats:read')) return refusal(PERMISSION_MISSING);
  const parsed = statsQuery.safeParse(question);
  if (!parsed.success) return refusal(invalid(fieldErrors(parsed.error)));
  const store = await visibleStore(env.DB, auth, slug);
  if (store === null) return refusal(STORE_FORBIDDEN);
  const asked = await askStore({ ...parts, store }, parsed.data);
  return asked.kind === 'problem' ? refusal(asked.problem) : answer({ ...asked.answer });
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
