import { createFileRoute, useRouter } from '@tanstack/react-router';
import { NotFoundHere } from '#/features/admin/not-found-here.tsx';
import { OrganizationView } from '#/features/admin/organizations/organization-view.tsx';
import { loadOrganization } from '#/features/admin/organizations/organizations.functions.ts';
import { useT } from '#/features/i18n/use-t.ts';
import { Denied } from '#/features/shell/denied.tsx';
import { pageTitle } from '#/features/shell/page-title.ts';

export const Route = createFileRoute('/admin/organizations/$id')({
  loader: ({ context, params }) =>
    context.session.ok ? loadOrganization({ data: { organization: params.id } }) : null,
  staleTime: 0,
  gcTime: 0,
  head: ({ match }) => pageTitle(match.context.t('Organizations')),
  component: Organization,
});

function Organization() {
  const details = Route.useLoaderData();
  const router = useRouter();
  const t = useT();
  if (details === null) return null;
  if (details.ok) return <OrganizationView details={details} changed={() => router.invalidate()} />;
  if (details.code !== 'not_found') return <Denied denial={details} />;
  return (
    <NotFoundHere
      title={t('There is no such organization.')}
      back="/admin/organizations"
      requestId={details.requestId}
    />
  );
}
