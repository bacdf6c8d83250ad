import type { Denial, SignInAgain } from '#/features/auth/person.ts';

/** What a change that is asked for in the console comes to. Codes are the feature's own. */
export type Outcome =
  | { readonly ok: true }
  | { readonly ok: false; readonly code: string; readonly requestId: string }
  | SignInAgain
  | Denial;

/** What a code of a feature means and what to do, for the person; undefined where it is not one of the feature's. */
export type Words = (code: string) => string | undefined;

/** What was refused or failed, with the id under which the log has it; null where nothing reached us. */
export interface Problem {
  readonly text: string;
  readonly requestId: string | null;
}

const USUAL: Readonly<Record<string, string>> = {
  forbidden: 'You are not an administrator any more.',
  unavailable: 'That did not work. Nothing was changed. Try again in a moment.',
  degraded: 'Sign-in is not answering, so nothing can be changed right now.',
};

/** Every outcome has words, a code that nobody knows here too: an older page may ask a newer Worker. */
export function problemOf({ code, requestId }: { code: string; requestId: string }, words?: Words): Problem {
  return { text: words?.(code) ?? USUAL[code] ?? 'That did not work.', requestId };
}

export const NOT_REACHED: Problem = {
  text: 'That did not work. Check your connection and try again.',
  requestId: null,
};
