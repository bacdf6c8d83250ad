import { createFileRoute } from '@tanstack/react-router';
import { loadAudit } from '#/features/admin/audit/audit.functions.ts';
import { AuditView } from '#/features/admin/audit/audit-view.tsx';
import { parseTableSearch } from '#/features/admin/table/table-search.ts';
import { Denied } from '#/features/shell/denied.tsx';
import { pageTitle } from '#/features/shell/page-title.ts';

export const Route = createFileRoute('/admin/audit')({
  validateSearch: parseTableSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context, deps }) => (context.session.ok ? loadAudit({ data: deps }) : null),
  staleTime: 0,
  gcTime: 0,
  head: ({ match }) => pageTitle(match.context.t('Audit log')),
  component: Audit,
});

function Audit() {
  const page = Route.useLoaderData();
  const search = Route.useSearch();
  if (page === null) return null;
  return page.ok ? <AuditView page={page} search={search} /> : <Denied denial={page} />;
}
