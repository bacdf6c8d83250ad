import type { AuthContext } from '@layerkick/auth/auth-context';
import type { ParsedStatsQuery, StatsAnswer } from '@layerkick/stats/query';
import { withLabels } from '../../features/stats/row-labels.server.ts';
import type { Store } from '../../features/stores/store.schema.ts';
import type { ProblemOutcome } from './call.ts';
import { RATE_LIMITED } from './problems.ts';
import { countCostly } from './rate-limit.ts';
import { boundQuestion } from './stats-question.ts';

export type Asked = { readonly kind: 'answer'; readonly answer: StatsAnswer } | ProblemOutcome;

export interface Asking {
  readonly env: Env;
  readonly auth: AuthContext;
  readonly store: Store;
  /** Epoch ms; decides what today is. */
  readonly now: number;
}

/** Asks a store one question, within what one principal may ask for. */
export async function askStore(asking: Asking, question: ParsedStatsQuery): Promise<Asked> {
  const bound = boundQuestion(question, asking.now);
  if (!bound.ok) return { kind: 'problem', problem: bound.problem };
  // Working orders out as they once were costs as much as an export.
  if (question.asOf !== undefined) {
    const allowance = await countCostly(asking.env, asking.auth);
    if (!allowance.allowed) return { kind: 'problem', problem: RATE_LIMITED, headers: allowance.headers };
  }
  return { kind: 'answer', answer: await answerOf(asking, bound.query) };
}

/** The answer to a question that may be asked. */
export async function answerOf(
  { env, store: { slug, timeZone, currency }, now }: Omit<Asking, 'auth'>,
  question: ParsedStatsQuery,
): Promise<StatsAnswer> {
  const object = env.STORE_STATS.getByName(slug);
  const [answer] = await object.query({ slug, timeZone, currency }, [question], now);
  if (answer === undefined) throw new Error('A question was left without an answer');
  return withLabels(answer);
}
