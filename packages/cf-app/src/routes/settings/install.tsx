import { createFileRoute } from '@tanstack/react-router';
import { catch as orElse, z } from 'zod/mini';
import { useT } from '#/features/i18n/use-t.ts';
import { InstallPage } from '#/features/install/install-page.tsx';
import { loadInstall } from '#/features/install/install.functions.ts';
import { SectionHead } from '#/features/settings/settings-frame.tsx';
import { pageTitle } from '#/features/shell/page-title.ts';

const installSearch = z.object({ store: orElse(z.optional(z.string().check(z.maxLength(100))), undefined) });

export const Route = createFileRoute('/settings/install')({
  validateSearch: (raw) => installSearch.parse(raw),
  loaderDeps: ({ search }) => ({ slug: search.store }),
  loader: async ({ context: { session }, deps: { slug } }) => {
    if (!session.ok) return null;
    const store = session.stores.find((one) => slug === undefined || one.slug === slug);
    if (store === undefined) return null;
    return { stores: session.stores, store, install: await loadInstall({ data: { slug: store.slug } }) };
  },
  staleTime: 0,
  gcTime: 0,
  head: ({ match }) => pageTitle(match.context.t('Install')),
  component: InstallSettings,
});

function InstallSettings() {
  const loaded = Route.useLoaderData();
  const t = useT();
  if (loaded === null)
    return <SectionHead title={t('Install')}>{t('You have no access to a store of this name.')}</SectionHead>;
  return <InstallPage {...loaded} />;
}
