import type { Operations } from '@layerkick/client/operations';
import { changeOf } from '../ask-store.ts';
import type { Call, Outcome } from '../call.ts';

export async function answerWhy(
  call: Call<Operations['explainChange']>,
): Promise<Outcome<Operations['explainChange']>> {
  return { kind: 'json', body: await changeOf(call, call.input.body) };
}
