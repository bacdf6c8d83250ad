import { useHydrated } from '@tanstack/react-router';
import { Link2Off, Lock, Unplug } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { Button, buttonLook } from '#/components/button.tsx';
import { GatePage } from '#/components/gate-page.tsx';
import { Labelled } from '#/components/labelled.tsx';
import { msg, type Phrase } from '#/features/i18n/translate.ts';
import { useT } from '#/features/i18n/use-t.ts';
import { unlockShared } from './shared.functions.ts';
import type { ShareRefusal, Unlocking } from './shared.ts';

/** Why a shared page is not shown, and the way on. */
export function NotShared({ token, refusal }: { token: string; refusal: ShareRefusal }) {
  const t = useT();
  switch (refusal.code) {
    case 'locked':
      return <UnlockPage token={token} />;
    case 'unknown':
      return (
        <GatePage
          icon={<Link2Off size={20} aria-hidden />}
          title={t('This link leads nowhere')}
          status={404}
          requestId={refusal.requestId}
        >
          {t('It may have been ended, or not have been copied whole. Ask whoever sent it to you.')}
        </GatePage>
      );
    case 'unavailable':
      return (
        <GatePage
          icon={<Unplug size={20} aria-hidden />}
          title={t('This page cannot be shown right now')}
          status={503}
          requestId={refusal.requestId}
          actions={
            <a href="?" {...buttonLook('primary')}>
              {t('Try again')}
            </a>
          }
        >
          {t('Something failed on our side. The link is still good.')}
        </GatePage>
      );
  }
}

const REFUSED: Record<Extract<Unlocking, { ok: false }>['code'], Phrase> = {
  wrong_password: msg('That is not the password.'),
  limited: msg('Too many wrong passwords. Try again in a quarter of an hour.'),
  unknown: msg('This link leads nowhere any more.'),
  unavailable: msg('That did not work. Check your connection and try again.'),
};

function UnlockPage({ token }: { token: string }) {
  const t = useT();
  const [busy, setBusy] = useState(false);
  // Sent before the page listens, the password would go into the address.
  const hydrated = useHydrated();
  const [problem, setProblem] = useState<Phrase | null>(null);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const password = String(new FormData(event.currentTarget).get('password') ?? '');
    setBusy(true);
    const failed = { ok: false, code: 'unavailable' } as const;
    const unlocked = await unlockShared({ data: { token, password } }).catch(() => failed);
    if (unlocked.ok) return location.reload();
    setProblem(REFUSED[unlocked.code]);
    setBusy(false);
  }

  return (
    <GatePage icon={<Lock size={20} aria-hidden />} title={t('This page has a password')}>
      <p>{t('Whoever shared it with you has told you.')}</p>
      <form onSubmit={(event) => void submit(event)} className="mt-4 grid max-w-80 gap-3">
        <Labelled label={t('Password')}>
          <input
            type="password"
            name="password"
            required
            maxLength={200}
            autoComplete="off"
            className="field"
            aria-describedby="unlock-problem"
          />
        </Labelled>
        <p id="unlock-problem" role="alert" className="text-warn empty:hidden">
          {problem && t(problem)}
        </p>
        <div>
          <Button type="submit" look="primary" disabled={busy || !hydrated}>
            {t('Open')}
          </Button>
        </div>
      </form>
    </GatePage>
  );
}
