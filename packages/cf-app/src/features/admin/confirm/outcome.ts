import type { Denial, SignInAgain } from '#/features/auth/person.ts';
import { msg, type Phrase, type T } from '#/features/i18n/translate.ts';

/** What a change that is asked for in the console comes to. Codes are the feature's own. */
export type Outcome =
  | { readonly ok: true }
  | {
      readonly ok: false;
      readonly code: string;
      readonly requestId: string;
      /** What somebody else said about it, in their words. */
      readonly detail?: string | null;
    }
  | SignInAgain
  | Denial;

/** What a code of a feature means and what to do, in the reader’s language; undefined where it is not one of the feature's. */
export type Words = (code: string) => string | undefined;

/** What was refused or failed, with the id under which the log has it; null where nothing reached us. */
export interface Problem {
  readonly text: string;
  readonly requestId: string | null;
}

const USUAL: Readonly<Record<string, Phrase>> = {
  forbidden: msg('You are not an administrator any more.'),
  unavailable: msg('That did not work. Nothing was changed. Try again in a moment.'),
  degraded: msg('Sign-in is not answering, so nothing can be changed right now.'),
  workos_refused: msg('WorkOS refused that. Nothing was changed.'),
  workos_unavailable: msg(
    'WorkOS did not answer as it should. Nothing was changed here. Try again in a moment: it will not happen twice.',
  ),
  not_workos: msg('WorkOS does not keep the accounts of this deployment.'),
  not_recorded: msg(
    'WorkOS made the change, but it could not be recorded here. Try again: it will not happen twice.',
  ),
};

/** Every outcome has words, a code that nobody knows here too: an older page may ask a newer Worker. */
export function problemOf(
  refused: { code: string; requestId: string; detail?: string | null },
  t: T,
  words?: Words,
): Problem {
  const { code, requestId, detail } = refused;
  const text = words?.(code) ?? t(USUAL[code] ?? msg('That did not work.'));
  return { text: detail ? `${text} (${detail})` : text, requestId };
}

/** Nobody answered. */
export function notReached(t: T): Problem {
  return { text: t('That did not work. Check your connection and try again.'), requestId: null };
}
