import { createFileRoute } from '@tanstack/react-router';
import { useEffect } from 'react';
import { Denied } from '#/features/shell/denied.tsx';
import { pageTitle } from '#/features/shell/page-title.ts';
import { holdSession, sessionAt } from '#/features/shell/session-at.ts';
import { signInRedirect } from '#/features/shell/sign-in.ts';
import { StatsSkeleton } from '#/features/stats/states/skeleton.tsx';
import { loadSheet, loadStats } from '#/features/stats/stats.functions.ts';
import { StatsPage } from '#/features/stats/stats-page.tsx';
import { parseSearch } from '#/features/stats/view/search.schema.ts';

export const Route = createFileRoute('/stats/$hash')({
  validateSearch: parseSearch,
  beforeLoad: async ({ params, location, cause }) => {
    const session = await sessionAt(params.hash, cause);
    if (!session.ok && session.code === 'signed_out') throw signInRedirect(location.href);
    return { session };
  },
  loader: async ({ params, context, location }) => {
    if (!context.session.ok) return null;
    const search = parseSearch({ ...location.search });
    const data = { slug: params.hash, search };
    // In this order: an object answers one after another.
    const [report, sheet] = await Promise.all([
      loadStats({ data }),
      search.show || search.explain ? loadSheet({ data }) : null,
    ]);
    return { report, sheet };
  },
  // The page asks for newer figures itself and keeps the old ones meanwhile.
  staleTime: Number.POSITIVE_INFINITY,
  gcTime: 0,
  head: ({ match: { context } }) =>
    pageTitle(context.session.ok ? context.session.store.name : context.t('No access')),
  component: StorePage,
  pendingComponent: StatsSkeleton,
});

function StorePage() {
  const { hash } = Route.useParams();
  const search = Route.useSearch();
  const { session } = Route.useRouteContext();
  const initial = Route.useLoaderData();
  useEffect(() => holdSession(hash, session), [hash, session]);
  if (!session.ok) return <Denied denial={session} slug={hash} />;
  if (!initial) return <StatsSkeleton />;
  return (
    <StatsPage
      key={session.store.slug}
      session={session}
      search={search}
      initial={initial.report}
      sheet={initial.sheet}
    />
  );
}
