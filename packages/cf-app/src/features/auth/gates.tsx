import { CloudOff, LogIn, LogOut, TimerOff, UserX } from 'lucide-react';
import { Button, buttonLook } from '#/components/button.tsx';
import { GatePage } from '#/components/gate-page.tsx';
import { PROBLEM_STATUS, type SignInProblem } from './sign-in-problem.ts';

const PROBLEMS = {
  expired: {
    icon: <TimerOff size={20} aria-hidden />,
    title: 'That took too long',
    text: 'A sign-in has to be finished within ten minutes. Nothing was changed; begin again.',
  },
  not_here: {
    icon: <LogIn size={20} aria-hidden />,
    title: 'This sign-in cannot be finished here',
    text: 'It was begun in another browser or tab, or has been used already. Begin again in this one.',
  },
  not_accepted: {
    icon: <UserX size={20} aria-hidden />,
    title: 'You were not signed in',
    text: 'The sign-in was cancelled or not accepted. If it happens again, tell whoever invited you.',
  },
  unavailable: {
    icon: <CloudOff size={20} aria-hidden />,
    title: 'Sign-in is not available right now',
    text: 'The sign-in service does not answer as it should. Your data is not affected; try again in a moment.',
  },
} as const;

/** Instead of the page one wanted after signing in. "Try again" keeps where one wanted to go. */
export function SignInProblemPage({ code, returnTo, requestId }: SignInProblem) {
  const { icon, title, text } = PROBLEMS[code];
  return (
    <GatePage
      icon={icon}
      title={title}
      status={PROBLEM_STATUS[code]}
      requestId={requestId}
      actions={
        <a href={loginHref(returnTo)} {...buttonLook('primary')}>
          Try again
        </a>
      }
    >
      {text}
    </GatePage>
  );
}

export function SignedOutPage() {
  return (
    <GatePage
      icon={<LogOut size={20} aria-hidden />}
      title="You are signed out"
      actions={
        <a href={loginHref('/')} {...buttonLook('primary')}>
          Sign in
        </a>
      }
    >
      See you soon.
    </GatePage>
  );
}

/** Shown where a sign-out was asked for in a way that another site could have caused. */
export function ConfirmSignOutPage() {
  return (
    <GatePage
      icon={<LogOut size={20} aria-hidden />}
      title="Sign out?"
      actions={
        <>
          <SignOutForm />
          <a href="/" {...buttonLook()}>
            Stay signed in
          </a>
        </>
      }
    >
      You are still signed in. Signing out was not asked for from within LayerKick.
    </GatePage>
  );
}

/** Signing out leaves the page: WorkOS has to end its session in the same browser. */
function SignOutForm() {
  return (
    <form method="post" action="/auth/workos/logout">
      <Button type="submit" look="primary">
        Sign out
      </Button>
    </form>
  );
}

function loginHref(returnTo: string): string {
  return `/auth/workos/login?${new URLSearchParams({ return_to: returnTo })}`;
}
