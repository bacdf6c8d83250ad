import type { Operations } from '@layerkick/client/operations';
import { goalsReached } from '../../../features/goals/goals-reached.server.ts';
import { readAs } from '../../../features/stats/read-as.server.ts';
import type { Call, Outcome } from '../call.ts';

export async function answerGoals(
  call: Call<Operations['queryGoals']>,
): Promise<Outcome<Operations['queryGoals']>> {
  const { env, store, input, now } = call;
  const goals = await goalsReached(env.DB, store.slug, input.body, readAs(call, now).query);
  return { kind: 'json', body: { goals } };
}
