import type { Operations } from '@layerkick/client/operations';
import { goalsOf } from '../ask-store.ts';
import type { Call, Outcome } from '../call.ts';

export async function answerGoals(
  call: Call<Operations['queryGoals']>,
): Promise<Outcome<Operations['queryGoals']>> {
  return { kind: 'json', body: await goalsOf(call, call.input.body) };
}
