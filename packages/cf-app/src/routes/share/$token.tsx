import { createFileRoute } from '@tanstack/react-router';
import { useEffect } from 'react';
import { holdShared } from '#/features/share/shared-at.ts';
import { sharedHead } from '#/features/share/shared-head.ts';
import { NotShared } from '#/features/share/not-shared.tsx';
import { loadShared, loadSharedSheet } from '#/features/share/shared.functions.ts';
import { SharedPage } from '#/features/share/shared-page.tsx';
import { StatsSkeleton } from '#/features/stats/states/skeleton.tsx';
import { parseSearch } from '#/features/stats/view/search.schema.ts';

export const Route = createFileRoute('/share/$token')({
  // Nothing of it is needed before it is opened.
  codeSplitGroupings: [['loader', 'component']],
  validateSearch: parseSearch,
  beforeLoad: async ({ params, cause }) => {
    const { sharedAt } = await import('#/features/share/shared-at.ts');
    return { shared: await sharedAt(params.token, false, cause) };
  },
  loader: async ({ params, context, location }) => {
    if (!context.shared.ok) return null;
    const search = parseSearch({ ...location.search });
    const data = { token: params.token, search };
    const [report, sheet] = await Promise.all([
      loadShared({ data }),
      search.show || search.explain ? loadSharedSheet({ data }) : null,
    ]);
    return { report, sheet };
  },
  staleTime: Number.POSITIVE_INFINITY,
  gcTime: 0,
  head: ({ match: { context } }) => sharedHead(context),
  component: Share,
});

function Share() {
  const { token } = Route.useParams();
  const search = Route.useSearch();
  const { shared } = Route.useRouteContext();
  const initial = Route.useLoaderData();
  useEffect(() => holdShared(token, shared), [token, shared]);
  if (!shared.ok) return <NotShared token={token} refusal={shared} />;
  if (!initial) return <StatsSkeleton />;
  return (
    <SharedPage
      key={token}
      token={token}
      shared={shared}
      search={search}
      initial={initial.report}
      sheet={initial.sheet}
    />
  );
}
