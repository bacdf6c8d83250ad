import { createFileRoute, useRouter } from '@tanstack/react-router';
import { catch as orElse, z } from 'zod/mini';
import { useT } from '#/features/i18n/use-t.ts';
import { SectionHead } from '#/features/settings/settings-frame.tsx';
import { pageTitle } from '#/features/shell/page-title.ts';
import { loadStoreSettings } from '#/features/store-settings/store-settings.functions.ts';
import { StoreSettingsPage } from '#/features/store-settings/store-settings-page.tsx';

const settingsSearch = z.object({ store: orElse(z.optional(z.string().check(z.maxLength(100))), undefined) });

export const Route = createFileRoute('/settings/store')({
  // Nothing of it is needed before it is opened.
  codeSplitGroupings: [['loader', 'component']],
  validateSearch: (raw) => settingsSearch.parse(raw),
  loaderDeps: ({ search }) => ({ slug: search.store }),
  loader: async ({ context: { session }, deps: { slug } }) => {
    if (!session.ok) return null;
    const store = session.stores.find((one) => slug === undefined || one.slug === slug);
    if (store === undefined) return null;
    const settings = await loadStoreSettings({ data: { slug: store.slug } });
    return { stores: session.stores, store, settings };
  },
  staleTime: 0,
  gcTime: 0,
  head: ({ match }) => pageTitle(match.context.t('Store')),
  component: Store,
});

function Store() {
  const loaded = Route.useLoaderData();
  const router = useRouter();
  const t = useT();
  if (loaded === null)
    return <SectionHead title={t('Store')}>{t('You have no access to a store of this name.')}</SectionHead>;
  return <StoreSettingsPage {...loaded} changed={() => router.invalidate()} />;
}
