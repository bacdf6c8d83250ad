import { createFileRoute } from '@tanstack/react-router';
import { currentPerson } from '#/features/auth/session.functions.ts';
import { FailedPage } from '#/features/shell/dead-ends.tsx';
import { Denied } from '#/features/shell/denied.tsx';
import { signInRedirect } from '#/features/shell/sign-in.ts';
import { TopBar } from '#/features/shell/top-bar.tsx';
import { NoStorePage } from '#/features/stores/no-store-page.tsx';
import { parseStoresSearch } from '#/features/stores/search.schema.ts';
import { loadStores } from '#/features/stores/stores.functions.ts';
import { StoresPage } from '#/features/stores/stores-page.tsx';
import { pageTitle } from '#/features/shell/page-title.ts';

export const Route = createFileRoute('/stores')({
  validateSearch: parseStoresSearch,
  loaderDeps: ({ search }) => ({ find: search.find ?? '' }),
  beforeLoad: async ({ location }) => {
    const session = await currentPerson();
    if (!session.ok && session.code === 'signed_out') throw signInRedirect(location.href);
    return { session };
  },
  loader: ({ context, deps }) => (context.session.ok ? loadStores({ data: deps }) : null),
  head: ({ match }) => pageTitle(match.context.t('Stores')),
  component: Stores,
});

function Stores() {
  const { session } = Route.useRouteContext();
  const result = Route.useLoaderData();
  if (!session.ok) return <Denied denial={session} />;
  if (session.stores.length === 0) return <NoStorePage person={session.person} />;
  if (!result?.ok) return <FailedPage error={result} retry={() => location.reload()} />;
  return (
    <>
      <TopBar person={session.person} devBypass={session.devBypass} degraded={session.degraded} />
      <StoresPage result={result} />
    </>
  );
}
