import { createFileRoute, useRouter } from '@tanstack/react-router';
import { catch as orElse, z } from 'zod/mini';
import { useT } from '#/features/i18n/use-t.ts';
import { SectionHead } from '#/features/settings/settings-frame.tsx';
import { SourcesPage } from '#/features/sources/sources-page.tsx';
import { loadSources } from '#/features/sources/sources.functions.ts';
import { pageTitle } from '#/features/shell/page-title.ts';

const sourcesSearch = z.object({ store: orElse(z.optional(z.string().check(z.maxLength(100))), undefined) });

export const Route = createFileRoute('/settings/sources')({
  validateSearch: (raw) => sourcesSearch.parse(raw),
  loaderDeps: ({ search }) => ({ slug: search.store }),
  loader: async ({ context: { session }, deps: { slug } }) => {
    if (!session.ok) return null;
    const store = session.stores.find((one) => slug === undefined || one.slug === slug);
    if (store === undefined) return null;
    return { stores: session.stores, store, sources: await loadSources({ data: { slug: store.slug } }) };
  },
  staleTime: 0,
  gcTime: 0,
  head: ({ match }) => pageTitle(match.context.t('Sources')),
  component: Sources,
});

function Sources() {
  const loaded = Route.useLoaderData();
  const router = useRouter();
  const t = useT();
  if (loaded === null)
    return <SectionHead title={t('Sources')}>{t('You have no access to a store of this name.')}</SectionHead>;
  return <SourcesPage {...loaded} changed={() => router.invalidate()} />;
}
