import { createFileRoute } from '@tanstack/react-router';
import { currentPerson } from '#/features/auth/session.functions.ts';
import { searchTenants } from '#/features/organizations/organizations.functions.ts';
import { OrganizationsPage } from '#/features/organizations/organizations-page.tsx';
import { Denied } from '#/features/shell/denied.tsx';
import { signInRedirect } from '#/features/shell/sign-in.ts';
import { TopBar } from '#/features/shell/top-bar.tsx';
import { parseStoresSearch } from '#/features/stores/search.schema.ts';
import { pageTitle } from '#/features/shell/page-title.ts';

export const Route = createFileRoute('/organizations')({
  validateSearch: parseStoresSearch,
  loaderDeps: ({ search: { find } }) => ({ find: find ?? '' }),
  beforeLoad: async ({ location }) => {
    const session = await currentPerson();
    if (!session.ok && session.code === 'signed_out') throw signInRedirect(location.href);
    return { session };
  },
  loader: async ({ context: { viewer }, deps }) =>
    viewer?.permissions.includes('admin') === true ? searchTenants({ data: deps }) : null,
  head: ({ match }) => pageTitle(match.context.t('Organizations')),
  component: Organizations,
});

function Organizations() {
  const { session, viewer } = Route.useRouteContext();
  const tenants = Route.useLoaderData();
  const { find = '' } = Route.useSearch();
  // Whom one organization keeps out may go to another; in an organization that is not theirs, nobody is anybody.
  if (!session.ok && (session.code !== 'forbidden' || viewer === null)) return <Denied denial={session} />;
  return (
    <>
      {session.ok ? (
        <TopBar person={session.person} devBypass={session.devBypass} degraded={session.degraded} />
      ) : null}
      <OrganizationsPage tenants={tenants?.ok ? tenants.tenants : null} find={find} />
    </>
  );
}
