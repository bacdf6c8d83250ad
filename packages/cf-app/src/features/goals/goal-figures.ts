import type { StatsAnswer, StatsQuery } from '@layerkick/stats/query';
import type { Goal, GoalFigures } from './goals.ts';

/** Which sessions are looked at. */
export type GoalSelection = Pick<StatsQuery, 'range' | 'compare' | 'filters' | 'bots'>;

/**
 * What it takes to know how often goals were reached: sessions within the selection that have an event which is the
 * goal, and first all of them. A goal is a filter and nothing else.
 */
export function goalQuestions(goals: readonly Goal[], selection: GoalSelection): StatsQuery[] {
  const all = { ...selection, metrics: ['sessions'] } satisfies StatsQuery;
  return [
    all,
    ...goals.map(({ dimension, op, value }) => ({
      ...all,
      filters: [...(selection.filters ?? []), { dimension, op, values: [value] }],
    })),
  ];
}

/** @param answers to `goalQuestions`, in their order */
export function goalFigures(goals: readonly Goal[], answers: readonly StatsAnswer[]): GoalFigures[] {
  const [all, ...each] = answers;
  const sessions = all?.totals.sessions ?? 0;
  const sessionsBefore = all?.totalsBefore ? (all.totalsBefore.sessions ?? 0) : null;
  return goals.map((goal, index) => {
    const conversions = each[index]?.totals.sessions ?? 0;
    const before = each[index]?.totalsBefore?.sessions ?? 0;
    return {
      goal,
      conversions,
      rate: share(conversions, sessions),
      before: sessionsBefore === null ? null : { conversions: before, rate: share(before, sessionsBefore) },
    };
  });
}

function share(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}
