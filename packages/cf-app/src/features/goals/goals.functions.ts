import { createServerFn } from '@tanstack/react-start';
import { makeGoalInRequest, removeGoalInRequest } from './goals-in-request.server.ts';
import { goalOfStore, newGoal } from './goal.schema.ts';

export const makeGoal = createServerFn({ method: 'POST' })
  .validator(newGoal)
  .handler(({ data }) => makeGoalInRequest(data));

export const removeGoal = createServerFn({ method: 'POST' })
  .validator(goalOfStore)
  .handler(({ data }) => removeGoalInRequest(data.slug, data.id));
