import { useHydrated } from '@tanstack/react-router';
import { useState } from 'react';
import type { T } from '#/features/i18n/translate.ts';
import { useT } from '#/features/i18n/use-t.ts';
import { leavePage } from '#/features/shell/sign-in.ts';
import { notReached, type Outcome, type Problem, problemOf, type Words } from './outcome.ts';

type Done<Answer extends Outcome> = Extract<Answer, { ok: true }>;

/**
 * Asks for a change; tells what went wrong, or goes where the person has to sign in. `busy` while it is on its way, since
 * what was asked for once is not asked for twice, and until the page can do anything: a form that nothing listens to would
 * be sent into the address.
 */
export function useAction(words?: Words) {
  const t = useT();
  const hydrated = useHydrated();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);

  /** @param done gets the answer where it worked; what it shows is waited for */
  async function act<Answer extends Outcome>(
    ask: () => Promise<Answer>,
    done: (answer: Done<Answer>) => unknown,
  ): Promise<void> {
    setBusy(true);
    setProblem(null);
    try {
      const answer = await ask();
      if (worked(answer)) await done(answer);
      else if (!answer.ok) setProblem(refused(answer, t, words));
    } catch {
      setProblem(notReached(t));
    }
    setBusy(false);
  }

  return { busy: busy || !hydrated, problem, act, forget: () => setProblem(null) };
}

function worked<Answer extends Outcome>(answer: Answer): answer is Done<Answer> {
  return answer.ok;
}

function refused(answer: Extract<Outcome, { ok: false }>, t: T, words: Words | undefined): Problem | null {
  if ('signIn' in answer) location.assign(answer.signIn);
  else if (answer.code === 'signed_out') leavePage('signed_out');
  else return problemOf(answer, t, words);
  return null;
}
