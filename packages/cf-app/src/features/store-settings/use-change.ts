import { useAction } from '#/features/admin/confirm/use-action.ts';
import type { Outcome } from '#/features/admin/confirm/outcome.ts';
import { useT } from '#/features/i18n/use-t.ts';

/** What a server function did not accept, by field. */
interface Invalid {
  readonly ok: false;
  readonly code: 'invalid';
  readonly requestId: string;
  readonly detail: string;
}

/** Asks for a change of a store; `words` has what the feature's own codes mean. */
export function useChange(words?: (code: string) => string | undefined) {
  const t = useT();
  const { act, ...rest } = useAction((code) => {
    if (code === 'forbidden') return t('You may not change this store any more.');
    if (code === 'invalid') return t('That cannot be like this.');
    return words?.(code);
  });

  function change<Answer extends Outcome>(
    ask: () => Promise<Answer>,
    done: (answer: Extract<Answer, { ok: true }>) => unknown,
  ): Promise<void> {
    return act<Answer | Invalid>(
      () => ask().catch(invalidOrThrow),
      (answer) => done(answer as Extract<Answer, { ok: true }>),
    );
  }
  return { ...rest, act: change };
}

/** A call that did not come through fails otherwise. */
function invalidOrThrow(error: unknown): Invalid {
  if (!(error instanceof Error) || error instanceof TypeError) throw error;
  return { ok: false, code: 'invalid', requestId: '–', detail: error.message };
}
