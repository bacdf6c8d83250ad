import { Lock, Unplug } from 'lucide-react';
import { buttonLook } from '#/components/button.tsx';
import { GatePage } from '#/components/gate-page.tsx';
import type { Denial } from '#/features/auth/person.ts';

interface DeniedProps {
  denial: Denial;
  /** As typed into the address bar. Whether there is such a store is not said. */
  slug?: string;
}

/** Why the page is not shown, and the ways on. */
export function Denied({ denial, slug }: DeniedProps) {
  return denial.code === 'forbidden' ? (
    <GatePage
      icon={<Lock size={20} aria-hidden />}
      title={`You do not have access to ${slug ?? 'this page'}`}
      status={403}
      requestId={denial.requestId}
      actions={
        <>
          <a href="/" {...buttonLook('primary')}>
            Go to your stores
          </a>
          <form method="post" action="/auth/workos/logout">
            <button type="submit" {...buttonLook()}>
              Use another account
            </button>
          </form>
        </>
      }
    >
      You are signed in as <b>{denial.person.email ?? denial.person.id}</b>. Whoever runs the store here can
      let you in.
    </GatePage>
  ) : (
    <GatePage
      icon={<Unplug size={20} aria-hidden />}
      title="We cannot tell who you are"
      status={503}
      requestId={denial.requestId}
      actions={
        <a href="?" {...buttonLook('primary')}>
          Try again
        </a>
      }
    >
      Sign-in is not answering. Your stores keep recording, and nothing is lost.
    </GatePage>
  );
}
