import { createFileRoute, redirect } from '@tanstack/react-router';
import { currentPerson } from '#/features/auth/session.functions.ts';
import { Denied } from '#/features/shell/denied.tsx';
import { signInRedirect } from '#/features/shell/sign-in.ts';
import { NoStorePage } from '#/features/stores/no-store-page.tsx';
import { pageTitle } from '#/features/shell/page-title.ts';

/** One store: its page. Several: their list. None: whom to ask. */
export const Route = createFileRoute('/')({
  beforeLoad: async ({ location }) => {
    const session = await currentPerson();
    if (!session.ok) {
      if (session.code === 'signed_out') throw signInRedirect(location.href);
      return { session };
    }
    const [first, second] = session.stores;
    if (first && second) throw redirect({ to: '/stores' });
    if (first) throw redirect({ to: '/stats/$hash', params: { hash: first.slug } });
    return { session };
  },
  head: ({ match }) => pageTitle(match.context.t('No store yet')),
  component: Landing,
});

function Landing() {
  const { session } = Route.useRouteContext();
  return session.ok ? <NoStorePage person={session.person} /> : <Denied denial={session} />;
}
