import { Lock, Unplug } from 'lucide-react';
import { buttonLook } from '#/components/button.tsx';
import { GatePage } from '#/components/gate-page.tsx';
import type { Denial } from '#/features/auth/person.ts';
import { rich } from '#/features/i18n/rich.tsx';
import { useT } from '#/features/i18n/use-t.ts';
import { ViewerNotices } from './viewer-notices.tsx';

interface DeniedProps {
  denial: Denial;
  /** As typed into the address bar. Whether there is such a store is not said. */
  slug?: string;
}

/** Why the page is not shown, and the ways on. */
export function Denied(props: DeniedProps) {
  return (
    <>
      <ViewerNotices />
      <Reason {...props} />
    </>
  );
}

function Reason({ denial, slug }: DeniedProps) {
  const t = useT();
  if (denial.code === 'forbidden' && denial.ssoSignIn !== undefined) {
    return <SsoRequired signIn={denial.ssoSignIn} requestId={denial.requestId} />;
  }
  return denial.code === 'forbidden' ? (
    <GatePage
      icon={<Lock size={20} aria-hidden />}
      title={
        slug === undefined
          ? t('You do not have access to this page')
          : t('You do not have access to {store}', { store: slug })
      }
      status={403}
      requestId={denial.requestId}
      home={denial.home}
      actions={
        <>
          <a href={denial.home} {...buttonLook('primary')}>
            {t('Go to your stores')}
          </a>
          <form method="post" action="/auth/workos/logout">
            <button type="submit" {...buttonLook()}>
              {t('Use another account')}
            </button>
          </form>
        </>
      }
    >
      {rich(t, 'You are signed in as {who}. Whoever runs the store here can let you in.', {
        who: <b>{denial.person.email ?? denial.person.id}</b>,
      })}
    </GatePage>
  ) : (
    <GatePage
      icon={<Unplug size={20} aria-hidden />}
      title={t('We cannot tell who you are')}
      status={503}
      requestId={denial.requestId}
      actions={
        <a href="?" {...buttonLook('primary')}>
          {t('Try again')}
        </a>
      }
    >
      {t('Sign-in is not answering. Your stores keep recording, and nothing is lost.')}
    </GatePage>
  );
}

/** The person's organization lets nobody in but by its own sign-in. */
function SsoRequired({ signIn, requestId }: { signIn: string; requestId: string }) {
  const t = useT();
  return (
    <GatePage
      icon={<Lock size={20} aria-hidden />}
      title={t('Sign in with your organization')}
      status={403}
      requestId={requestId}
      actions={
        <a href={signIn} {...buttonLook('primary')}>
          {t('Sign in with single sign-on')}
        </a>
      }
    >
      {t(
        'Your organization requires its single sign-on, and you signed in another way. Nothing else about your account changes.',
      )}
    </GatePage>
  );
}
