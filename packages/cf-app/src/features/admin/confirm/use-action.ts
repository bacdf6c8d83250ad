import { useState } from 'react';
import { leavePage } from '#/features/shell/sign-in.ts';
import { NOT_REACHED, type Outcome, type Problem, problemOf, type Words } from './outcome.ts';

type Done<T extends Outcome> = Extract<T, { ok: true }>;

/**
 * Asks for a change; tells what went wrong, or goes where the person has to sign in. `busy` while it is on its way: what
 * was asked for once is not asked for twice.
 */
export function useAction(words?: Words) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);

  /** @param done gets the answer where it worked; what it shows is waited for */
  async function act<T extends Outcome>(
    ask: () => Promise<T>,
    done: (answer: Done<T>) => unknown,
  ): Promise<void> {
    setBusy(true);
    setProblem(null);
    try {
      const answer = await ask();
      if (worked(answer)) await done(answer);
      else if (!answer.ok) setProblem(refused(answer, words));
    } catch {
      setProblem(NOT_REACHED);
    }
    setBusy(false);
  }

  return { busy, problem, act, forget: () => setProblem(null) };
}

function worked<T extends Outcome>(answer: T): answer is Done<T> {
  return answer.ok;
}

function refused(answer: Extract<Outcome, { ok: false }>, words: Words | undefined): Problem | null {
  if ('signIn' in answer) location.assign(answer.signIn);
  else if (answer.code === 'signed_out') leavePage('signed_out');
  else return problemOf(answer, words);
  return null;
}
