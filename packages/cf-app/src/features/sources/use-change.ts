import { useHydrated } from '@tanstack/react-router';
import { useState } from 'react';
import { leavePage } from '#/features/shell/sign-in.ts';
import type { T } from '#/features/i18n/translate.ts';
import { useT } from '#/features/i18n/use-t.ts';
import { SOURCES_REFUSED } from './source-words.ts';
import type { Connected, Disconnected, Tried } from './sources.ts';

type Answer = Connected | Disconnected | Tried;

/**
 * Asks for a change, and says what went wrong or goes where the person has to sign in. `busy` until the page listens, too: a
 * secret that is sent before would go into the address.
 */
export function useChange() {
  const t = useT();
  const hydrated = useHydrated();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  async function change<Asked extends Answer>(
    ask: () => Promise<Asked>,
    done: (answer: Extract<Asked, { ok: true }>) => unknown,
  ): Promise<void> {
    setBusy(true);
    setProblem(null);
    try {
      const answer = await ask();
      if (isDone(answer)) await done(answer);
      else if (answer.ok === false) setProblem(wordsFor(answer, t));
    } catch {
      setProblem(t('That did not work. Check your connection and try again.'));
    }
    setBusy(false);
  }
  return { busy: busy || !hydrated, problem, change };
}

function isDone<Asked extends Answer>(answer: Asked): answer is Extract<Asked, { ok: true }> {
  return answer.ok;
}

function wordsFor(answer: Extract<Answer, { ok: false }>, t: T): string | null {
  if (answer.code === 'sign_in_again') location.assign(answer.signIn);
  else if (answer.code === 'signed_out') leavePage('signed_out');
  else return t(SOURCES_REFUSED[answer.code]);
  return null;
}
