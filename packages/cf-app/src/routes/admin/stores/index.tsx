import { createFileRoute } from '@tanstack/react-router';
import { loadStores } from '#/features/admin/stores/stores.functions.ts';
import { StoresView } from '#/features/admin/stores/stores-view.tsx';
import { parseTableSearch } from '#/features/admin/table/table-search.ts';
import { Denied } from '#/features/shell/denied.tsx';
import { pageTitle } from '#/features/shell/page-title.ts';

export const Route = createFileRoute('/admin/stores/')({
  validateSearch: parseTableSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context, deps }) => (context.session.ok ? loadStores({ data: deps }) : null),
  staleTime: 0,
  gcTime: 0,
  head: ({ match }) => pageTitle(match.context.t('Stores')),
  component: Stores,
});

function Stores() {
  const page = Route.useLoaderData();
  const search = Route.useSearch();
  if (page === null) return null;
  return page.ok ? <StoresView page={page} search={search} /> : <Denied denial={page} />;
}
