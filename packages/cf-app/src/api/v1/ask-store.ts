import type { AuthContext } from '@layerkick/auth/auth-context';
import type { ParsedStatsQuery, StatsAnswer } from '@layerkick/stats/query';
import { withLabels } from '../../features/stats/row-labels.server.ts';
import type { Store } from '../../features/stores/store.schema.ts';
import type { Problem } from '../problem.ts';
import { RATE_LIMITED } from './problems.ts';
import { mayAskCostly } from './rate-limit.ts';
import { boundQuestion } from './stats-question.ts';

export type Asked =
  | { readonly ok: true; readonly answer: StatsAnswer }
  | { readonly ok: false; readonly problem: Problem };

export interface Asking {
  readonly env: Env;
  readonly auth: AuthContext;
  readonly store: Store;
  /** Epoch ms; decides what today is. */
  readonly now: number;
}

/** Asks a store one question, within what one principal may ask for. */
export async function askStore(
  { env, auth, store, now }: Asking,
  question: ParsedStatsQuery,
): Promise<Asked> {
  const bound = boundQuestion(question, now);
  if (!bound.ok) return bound;
  // Working orders out as they once were costs as much as an export.
  if (question.asOf !== undefined && !(await mayAskCostly(env, auth))) {
    return { ok: false, problem: RATE_LIMITED };
  }
  const { slug, timeZone, currency } = store;
  const object = env.STORE_STATS.getByName(slug);
  const [answer] = await object.query({ slug, timeZone, currency }, [bound.query], now);
  if (answer === undefined) throw new Error('A question was left without an answer');
  return { ok: true, answer: withLabels(answer) };
}
