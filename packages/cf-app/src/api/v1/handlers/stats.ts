import type { Operations } from '@layerkick/client/operations';
import { askStore, cohortsOf, funnelOf, realtimeOf } from '../ask-store.ts';
import type { Call, Outcome } from '../call.ts';
import { isClosed, questionOf } from '../stats-question.ts';

export async function answerQuestion(
  call: Call<Operations['queryStats']>,
): Promise<Outcome<Operations['queryStats']>> {
  const asked = await askStore(call, call.input.body);
  return asked.kind === 'problem' ? asked : { kind: 'json', body: asked.answer };
}

/** Days that are over have an ETag: what they say changes by late orders and refunds only. */
export async function answerParameters(
  call: Call<Operations['getStats']>,
): Promise<Outcome<Operations['getStats']>> {
  const question = questionOf(call.input.query);
  if (!question.ok) return { kind: 'problem', problem: question.problem };
  const asked = await askStore(call, question.query);
  if (asked.kind === 'problem') return asked;
  const { answer: body } = asked;
  if (!isClosed(body.query, body.query.timeZone, call.now)) return { kind: 'json', body };
  return { kind: 'json', body, validator: { ...body, ...DIFFERENT_EACH_TIME } };
}

export async function answerFunnel(
  call: Call<Operations['queryFunnel']>,
): Promise<Outcome<Operations['queryFunnel']>> {
  return { kind: 'json', body: await funnelOf(call, call.input.body) };
}

export async function answerCohorts(
  call: Call<Operations['queryCohorts']>,
): Promise<Outcome<Operations['queryCohorts']>> {
  return { kind: 'json', body: await cohortsOf(call, call.input.body) };
}

export async function answerRealtime(
  call: Call<Operations['getRealtime']>,
): Promise<Outcome<Operations['getRealtime']>> {
  return { kind: 'json', body: await realtimeOf(call, call.input.query) };
}

/** What is no part of what an answer says. */
const DIFFERENT_EACH_TIME = {
  freshness: undefined,
  rowsRead: undefined,
  bytesRead: undefined,
  durationMs: undefined,
};
