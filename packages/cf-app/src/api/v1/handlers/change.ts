import type { Operations } from '@layerkick/client/operations';
import { askWhy } from '@layerkick/stats/change/ask-why';
import type { Call, Outcome } from '../call.ts';

export async function answerWhy({
  env,
  store: { slug, timeZone, currency },
  input,
  now,
}: Call<Operations['explainChange']>): Promise<Outcome<Operations['explainChange']>> {
  const object = env.STORE_STATS.getByName(slug);
  const explained = await askWhy(
    (queries) => object.query({ slug, timeZone, currency }, queries, now),
    input.body,
  );
  if (!explained) throw new Error('A comparison is always asked for');
  return { kind: 'json', body: explained };
}
