import { createFileRoute, useRouter } from '@tanstack/react-router';
import { loadPeople } from '#/features/admin/people/people.functions.ts';
import { PeopleView } from '#/features/admin/people/people-view.tsx';
import { parseTableSearch } from '#/features/admin/table/table-search.ts';
import { Denied } from '#/features/shell/denied.tsx';
import { pageTitle } from '#/features/shell/page-title.ts';

export const Route = createFileRoute('/admin/people/')({
  validateSearch: parseTableSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context, deps }) => (context.session.ok ? loadPeople({ data: deps }) : null),
  staleTime: 0,
  gcTime: 0,
  head: ({ match }) => pageTitle(match.context.t('People')),
  component: People,
});

function People() {
  const page = Route.useLoaderData();
  const search = Route.useSearch();
  const router = useRouter();
  if (page === null) return null;
  if (!page.ok) return <Denied denial={page} />;
  return <PeopleView page={page} search={search} changed={() => router.invalidate()} />;
}
