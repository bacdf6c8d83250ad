import type { AuthContext } from '../auth-context.ts';

/** Why nothing may be changed now, in words for the person who tried. */
export const WRITE_REFUSED = {
  code: 'read_only_for_now',
  message:
    'Sign-in is not answering, so nothing can be changed right now. You can go on reading; try again in a few minutes.',
} as const;

export type WriteDecision =
  | { readonly ok: true }
  | { readonly ok: false; readonly code: typeof WRITE_REFUSED.code; readonly message: string };

/**
 * Whether somebody may change anything at this moment. The one place that decides it.
 *
 * While WorkOS cannot say whether a session is still good, the last good answer is enough for reading and too little
 * for writing: whoever was shut out an hour ago must not be able to change anything. What only takes access away, such
 * as revoking a key, need not ask.
 */
export function mayWrite({ degraded }: Pick<AuthContext, 'degraded'>): WriteDecision {
  return degraded ? { ok: false, ...WRITE_REFUSED } : { ok: true };
}
