import { env } from 'cloudflare:workers';
import type { Denial } from '#/features/auth/person.ts';
import { atStore } from '#/features/store-settings/as-manager.server.ts';
import { requestId } from '#/lib/request-context.server.ts';
import { createGoal, deleteGoal } from './goal-rows.server.ts';
import type { NewGoal } from './goal.schema.ts';
import type { GoalSaved } from './goals.ts';

export function makeGoalInRequest(goal: NewGoal): Promise<GoalSaved> {
  return atStore<Exclude<GoalSaved, Denial>>(goal.slug, async ({ change }) => {
    const made = await createGoal(env.DB, goal, change);
    return made.ok ? made : { ...made, requestId: requestId() };
  });
}

export function removeGoalInRequest(slug: string, id: string): Promise<GoalSaved> {
  return atStore(slug, async ({ store, change }) => {
    await deleteGoal(env.DB, store.slug, id, change);
    return { ok: true } as const;
  });
}
