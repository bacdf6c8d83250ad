import { createFileRoute } from '@tanstack/react-router';
import { loadLive } from '#/features/live/live.functions.ts';
import { LivePage } from '#/features/live/live-page.tsx';
import { FailedPage } from '#/features/shell/dead-ends.tsx';
import { Denied } from '#/features/shell/denied.tsx';
import { pageTitle } from '#/features/shell/page-title.ts';
import { sessionAt } from '#/features/shell/session-at.ts';
import { signInRedirect } from '#/features/shell/sign-in.ts';

export const Route = createFileRoute('/stats/$hash_/live')({
  // Nothing of it is needed before it is opened.
  codeSplitGroupings: [['loader', 'component']],
  beforeLoad: async ({ params, location, cause }) => {
    const session = await sessionAt(params.hash, cause);
    if (!session.ok && session.code === 'signed_out') throw signInRedirect(location.href);
    return { session };
  },
  loader: ({ params, context }) => (context.session.ok ? loadLive({ data: { slug: params.hash } }) : null),
  // From here on the store tells by itself.
  staleTime: Number.POSITIVE_INFINITY,
  gcTime: 0,
  head: ({ match: { context } }) =>
    pageTitle(
      context.session.ok
        ? context.t('{store}, live', { store: context.session.store.name })
        : context.t('No access'),
    ),
  component: Live,
});

function Live() {
  const { hash } = Route.useParams();
  const { session } = Route.useRouteContext();
  const loaded = Route.useLoaderData();
  if (!session.ok) return <Denied denial={session} slug={hash} />;
  if (loaded?.ok) return <LivePage key={hash} session={session} initial={loaded.state} />;
  if (loaded?.code === 'forbidden') return <Denied denial={loaded} slug={hash} />;
  return <FailedPage error={loaded} retry={() => location.reload()} />;
}
