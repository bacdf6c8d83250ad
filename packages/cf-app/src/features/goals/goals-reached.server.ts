import type { StatsAnswer, StatsQuery } from '@layerkick/stats/query';
import { goalFigures, goalQuestions, type GoalSelection } from './goal-figures.ts';
import { goalsOf } from './goal-rows.server.ts';
import type { GoalFigures } from './goals.ts';

/** How often a store's goals were reached, asked as whoever wants to know. */
export async function goalsReached(
  db: D1Database,
  slug: string,
  selection: GoalSelection,
  ask: (queries: readonly StatsQuery[]) => Promise<readonly StatsAnswer[]>,
): Promise<GoalFigures[]> {
  const goals = await goalsOf(db, slug);
  return goals.length === 0 ? [] : goalFigures(goals, await ask(goalQuestions(goals, selection)));
}
