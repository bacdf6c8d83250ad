import type { AuthContext } from '@layerkick/auth/auth-context';
import type { BookingsAnswer, BookingsQuery } from '@layerkick/stats/bookings';
import { askWhy, type ChangeSelection } from '@layerkick/stats/change/ask-why';
import type { ChangeExplained } from '@layerkick/stats/change/explain-change';
import type { CohortsAnswer, CohortsQuery } from '@layerkick/stats/cohorts';
import type { FunnelAnswer, FunnelQuery } from '@layerkick/stats/funnel';
import type { RealtimeAnswer, RealtimeQuery } from '@layerkick/stats/realtime';
import type { ParsedStatsQuery, StatsAnswer } from '@layerkick/stats/query';
import type { GoalSelection } from '../../features/goals/goal-figures.ts';
import type { GoalFigures } from '../../features/goals/goals.ts';
import { goalsReached } from '../../features/goals/goals-reached.server.ts';
import { readAs } from '../../features/stats/read-as.server.ts';
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

/** Questions that may be asked. */
export type Allowed = Omit<Asking, 'auth'>;

export async function answerOf(asking: Allowed, question: ParsedStatsQuery): Promise<StatsAnswer> {
  const { object, settings } = objectOf(asking);
  const [answer] = await object.query(settings, [question], asking.now);
  if (answer === undefined) throw new Error('A question was left without an answer');
  return withLabels(answer);
}

export async function funnelOf(asking: Allowed, question: FunnelQuery): Promise<FunnelAnswer> {
  const { object, settings } = objectOf(asking);
  return object.funnel(settings, question, asking.now);
}

export async function cohortsOf(asking: Allowed, question: CohortsQuery): Promise<CohortsAnswer> {
  const { object, settings } = objectOf(asking);
  return object.cohorts(settings, question, asking.now);
}

export async function bookingsOf(asking: Allowed, question: BookingsQuery): Promise<BookingsAnswer> {
  const { object, settings } = objectOf(asking);
  return object.bookings(settings, question, asking.now);
}

export async function goalsOf(
  { env, auth, store, now }: Asking,
  selection: GoalSelection,
): Promise<{ goals: GoalFigures[] }> {
  return { goals: await goalsReached(env.DB, store.slug, selection, readAs({ auth, store }, now).query) };
}

export async function realtimeOf(asking: Allowed, question: RealtimeQuery): Promise<RealtimeAnswer> {
  const { object, settings } = objectOf(asking);
  return object.realtime(settings, question, asking.now);
}

export async function changeOf(asking: Allowed, selection: ChangeComparison): Promise<ChangeExplained> {
  const { object, settings } = objectOf(asking);
  const explained = await askWhy((queries) => object.query(settings, queries, asking.now), selection);
  if (!explained) throw new Error('A comparison is always asked for');
  return explained;
}

type ChangeComparison = ChangeSelection & Required<Pick<ChangeSelection, 'compare'>>;

function objectOf({ env, store: { slug, timeZone, currency } }: Pick<Asking, 'env' | 'store'>) {
  return { object: env.STORE_STATS.getByName(slug), settings: { slug, timeZone, currency } };
}
