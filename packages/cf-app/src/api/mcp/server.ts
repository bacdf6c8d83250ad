import type { AuthContext } from '@layerkick/auth/auth-context';
import { explainChange } from '@layerkick/client/operations/change';
import { queryGoals } from '@layerkick/client/operations/goals';
import { unmetBy } from '@layerkick/auth/requirement';
import { WRITE_REFUSED } from '@layerkick/auth/resilience/may-write';
import { bookingsQuery } from '@layerkick/stats/bookings';
import { cohortsQuery } from '@layerkick/stats/cohorts';
import { funnelQuery } from '@layerkick/stats/funnel';
import { statsQuery } from '@layerkick/stats/query';
import { realtimeQuery } from '@layerkick/stats/realtime';
import { type CallToolResult, McpServer } from '@modelcontextprotocol/server';
import type { z } from 'zod';
import { listStores } from '../../features/stores/registry.server.ts';
import { fieldErrors } from '../collector/field-errors.ts';
import { fieldsInvalid, type Problem } from '../problem.ts';
import {
  type Asking,
  askStore,
  bookingsOf,
  changeOf,
  cohortsOf,
  funnelOf,
  goalsOf,
  realtimeOf,
} from '../v1/ask-store.ts';
import type { ProblemOutcome } from '../v1/call.ts';
import { describedStore } from '../v1/described-store.ts';
import { PERMISSION_MISSING, readOnly, STORE_FORBIDDEN } from '../v1/problems.ts';
import { visibleStore } from '../v1/visible-store.ts';
import { describeMetrics, type Tool, TOOLS } from './tools.ts';

export interface McpParts {
  readonly env: Env;
  readonly auth: AuthContext;
  /** Epoch ms; decides what today is. */
  readonly now: number;
}

type Work<T extends Tool> = (
  parts: McpParts,
  input: z.output<T['inputSchema']>,
) => CallToolResult | Promise<CallToolResult>;

/** Who does the work of each tool; what it takes is asked for before. */
const WORK: { readonly [Name in keyof typeof TOOLS]: Work<(typeof TOOLS)[Name]> } = {
  list_stores: async ({ env, auth }) => {
    const stores = await listStores(env.DB, auth.stores);
    return answer({ stores: stores.map(describedStore) });
  },
  describe_metrics: () => answer(describeMetrics()),
  query_stats: (parts, { store, ...question }) => ofStore(parts, store, question, statsQuery, askStore),
  explain_change: (parts, { store, ...question }) =>
    ofStore(parts, store, question, explainChange.body, answering(changeOf)),
  query_funnel: (parts, { store, ...question }) =>
    ofStore(parts, store, question, funnelQuery, answering(funnelOf)),
  query_cohorts: (parts, { store, ...question }) =>
    ofStore(parts, store, question, cohortsQuery, answering(cohortsOf)),
  query_goals: (parts, { store, ...question }) =>
    ofStore(parts, store, question, queryGoals.body, answering(goalsOf)),
  query_bookings: (parts, { store, ...question }) =>
    ofStore(parts, store, question, bookingsQuery, answering(bookingsOf)),
  get_realtime: (parts, { store, ...question }) =>
    ofStore(parts, store, question, realtimeQuery, answering(realtimeOf)),
};

/** A merchant's stores for an assistant: the same questions as the HTTP API, answered by the same code. */
export function mcpServer(parts: McpParts): McpServer {
  const server = new McpServer({ name: 'layerkick', title: 'LayerKick', version: '1' });
  for (const [name, tool] of Object.entries(TOOLS) as [keyof typeof TOOLS, Tool][]) {
    // `WORK` pairs each tool with its own work; the loop cannot know which it is at.
    const work = WORK[name] as Work<Tool>;
    server.registerTool(name, tool, (input) => refusalOf(parts, tool, input) ?? work(parts, input));
  }
  return server;
}

function refusalOf(
  { auth, now }: McpParts,
  tool: Tool,
  input: Record<string, unknown>,
): CallToolResult | null {
  const slug = tool.store === undefined ? null : input[tool.store];
  switch (unmetBy(auth, tool, typeof slug === 'string' ? slug : null, now)) {
    case null:
      return null;
    case 'store':
      return refusal(STORE_FORBIDDEN);
    case 'permission':
      return refusal(PERMISSION_MISSING);
    case 'degraded':
    case 'recent-sign-in':
      return refusal(readOnly(WRITE_REFUSED));
  }
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
  const parsed = schema.safeParse(question);
  if (!parsed.success) return refusal(fieldsInvalid(fieldErrors(parsed.error)));
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
