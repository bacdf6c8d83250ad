import type { StatsAnswer, StatsQuery } from '@layerkick/stats/query';
import type { Answered } from './answers.ts';

type Ask = (queries: readonly StatsQuery[]) => Promise<readonly StatsAnswer[]>;

/**
 * Asks everything in one call, since each call to a store's object is paid for and takes a round trip.
 * Where that fails, each question is asked once more by itself, so that one that cannot be answered
 * leaves the others standing.
 */
export async function askStore<Id extends string>(
  questions: Readonly<Record<Id, StatsQuery>>,
  ask: Ask,
  failed: (question: Id | 'all', cause: unknown) => void,
): Promise<Readonly<Record<Id, Answered>>> {
  const ids = Object.keys(questions) as Id[];
  const answers = await together(ids, questions, ask, failed);
  return Object.fromEntries(ids.map((id, index) => [id, answers[index] ?? { ok: false }])) as Record<
    Id,
    Answered
  >;
}

async function together<Id extends string>(
  ids: readonly Id[],
  questions: Readonly<Record<Id, StatsQuery>>,
  ask: Ask,
  failed: (question: Id | 'all', cause: unknown) => void,
): Promise<readonly Answered[]> {
  try {
    const answers = await ask(ids.map((id) => questions[id]));
    return answers.map((answer) => ({ ok: true, answer }));
  } catch (cause) {
    failed('all', cause);
    return Promise.all(ids.map((id) => alone(id, questions[id], ask, failed)));
  }
}

async function alone<Id extends string>(
  id: Id,
  question: StatsQuery,
  ask: Ask,
  failed: (question: Id | 'all', cause: unknown) => void,
): Promise<Answered> {
  try {
    const [answer] = await ask([question]);
    return answer ? { ok: true, answer } : { ok: false };
  } catch (cause) {
    failed(id, cause);
    return { ok: false };
  }
}
