import { useState } from 'react';
import { Button } from '#/components/button.tsx';
import { leavePage } from '#/features/shell/sign-in.ts';
import { useT } from '#/features/i18n/use-t.ts';
import { endKey } from './keys.functions.ts';
import { REFUSAL_WORDS } from './refusal-words.ts';

interface RevokeKeyProps {
  id: string;
  name: string;
  changed: () => Promise<void>;
}

/** The button that was pressed is gone: whoever uses the keyboard goes on at what came instead. */
function focusOnArrival(button: HTMLButtonElement | null): void {
  button?.focus();
}

/** Says what it will do before it does it. */
export function RevokeKey({ id, name, changed }: RevokeKeyProps) {
  const t = useT();
  const [state, setState] = useState<'idle' | 'asking' | 'busy'>('idle');
  const [problem, setProblem] = useState<string | null>(null);

  async function revoke() {
    setState('busy');
    try {
      const ended = await endKey({ data: { id } });
      if (!ended.ok && ended.code === 'signed_out') return leavePage('signed_out');
      setProblem(ended.ok ? null : t(REFUSAL_WORDS[ended.code].text));
      if (ended.ok) await changed();
    } catch {
      setProblem(t('That did not work. Check your connection and try again.'));
    }
    setState('idle');
  }

  return (
    <div className="flex flex-wrap items-center gap-2">
      {state === 'idle' ? (
        <Button onClick={() => setState('asking')} aria-label={t('Revoke {name}', { name })}>
          {t('Revoke')}
        </Button>
      ) : (
        <>
          <span className="text-ink">{t('Programs that use it stop at once.')}</span>
          <Button
            look="primary"
            disabled={state === 'busy'}
            onClick={() => void revoke()}
            ref={focusOnArrival}
          >
            {t('Revoke {name}', { name })}
          </Button>
          <Button look="quiet" disabled={state === 'busy'} onClick={() => setState('idle')}>
            {t('Keep it')}
          </Button>
        </>
      )}
      <p role="alert" className="text-warn empty:hidden">
        {problem}
      </p>
    </div>
  );
}
