import { CloudOff, LogIn, LogOut, TimerOff, UserX } from 'lucide-react';
import { Button, buttonLook } from '#/components/button.tsx';
import { GatePage } from '#/components/gate-page.tsx';
import { msg } from '#/features/i18n/translate.ts';
import { useT } from '#/features/i18n/use-t.ts';
import { LOGIN_PATH, LOGOUT_PATH } from './paths.ts';
import { PROBLEM_STATUS, type SignInProblem } from './sign-in-problem.ts';

const PROBLEMS = {
  expired: {
    icon: <TimerOff size={20} aria-hidden />,
    title: msg('That took too long'),
    text: msg('A sign-in has to be finished within ten minutes. Nothing was changed; begin again.'),
  },
  not_here: {
    icon: <LogIn size={20} aria-hidden />,
    title: msg('This sign-in cannot be finished here'),
    text: msg('It was begun in another browser or tab, or has been used already. Begin again in this one.'),
  },
  not_accepted: {
    icon: <UserX size={20} aria-hidden />,
    title: msg('You were not signed in'),
    text: msg('The sign-in was cancelled or not accepted. If it happens again, tell whoever invited you.'),
  },
  unavailable: {
    icon: <CloudOff size={20} aria-hidden />,
    title: msg('Sign-in is not available right now'),
    text: msg(
      'The sign-in service does not answer as it should. Your data is not affected; try again in a moment.',
    ),
  },
} as const;

/** Instead of the page one wanted after signing in. "Try again" keeps where one wanted to go. */
export function SignInProblemPage({ code, returnTo, requestId }: SignInProblem) {
  const t = useT();
  const { icon, title, text } = PROBLEMS[code];
  return (
    <GatePage
      icon={icon}
      title={t(title)}
      status={PROBLEM_STATUS[code]}
      requestId={requestId}
      actions={
        <a href={loginHref(returnTo)} {...buttonLook('primary')}>
          {t('Try again')}
        </a>
      }
    >
      {t(text)}
    </GatePage>
  );
}

export function SignedOutPage() {
  const t = useT();
  return (
    <GatePage
      icon={<LogOut size={20} aria-hidden />}
      title={t('You are signed out')}
      actions={
        <a href={loginHref('/')} {...buttonLook('primary')}>
          {t('Sign in')}
        </a>
      }
    >
      {t('See you soon.')}
    </GatePage>
  );
}

/** Shown where a sign-out was asked for in a way that another site could have caused. */
export function ConfirmSignOutPage() {
  const t = useT();
  return (
    <GatePage
      icon={<LogOut size={20} aria-hidden />}
      title={t('Sign out?')}
      actions={
        <>
          <SignOutForm />
          <a href="/" {...buttonLook()}>
            {t('Stay signed in')}
          </a>
        </>
      }
    >
      {t('You are still signed in. Signing out was not asked for from within LayerKick.')}
    </GatePage>
  );
}

/** Signing out leaves the page: WorkOS has to end its session in the same browser. */
function SignOutForm() {
  const t = useT();
  return (
    <form method="post" action={LOGOUT_PATH}>
      <Button type="submit" look="primary">
        {t('Sign out')}
      </Button>
    </form>
  );
}

function loginHref(returnTo: string): string {
  return `${LOGIN_PATH}?${new URLSearchParams({ return_to: returnTo })}`;
}
