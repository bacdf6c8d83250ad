import { createFileRoute, useRouter } from '@tanstack/react-router';
import { loadOrganizations } from '#/features/admin/organizations/organizations.functions.ts';
import { OrganizationsView } from '#/features/admin/organizations/organizations-view.tsx';
import { parseTableSearch } from '#/features/admin/table/table-search.ts';
import { Denied } from '#/features/shell/denied.tsx';
import { pageTitle } from '#/features/shell/page-title.ts';

export const Route = createFileRoute('/admin/organizations/')({
  validateSearch: parseTableSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context, deps }) => (context.session.ok ? loadOrganizations({ data: deps }) : null),
  staleTime: 0,
  gcTime: 0,
  head: ({ match }) => pageTitle(match.context.t('Organizations')),
  component: Organizations,
});

function Organizations() {
  const page = Route.useLoaderData();
  const search = Route.useSearch();
  const router = useRouter();
  if (page === null) return null;
  if (!page.ok) return <Denied denial={page} />;
  return <OrganizationsView page={page} search={search} changed={() => router.invalidate()} />;
}
