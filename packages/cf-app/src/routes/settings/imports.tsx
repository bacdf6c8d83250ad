import { createFileRoute, useRouter } from '@tanstack/react-router';
import { catch as orElse, z } from 'zod/mini';
import { useT } from '#/features/i18n/use-t.ts';
import { loadHistory } from '#/features/imports/imports.functions.ts';
import { ImportsPage } from '#/features/imports/imports-page.tsx';
import { SectionHead } from '#/features/settings/settings-frame.tsx';
import { pageTitle } from '#/features/shell/page-title.ts';

const importsSearch = z.object({ store: orElse(z.optional(z.string().check(z.maxLength(100))), undefined) });

export const Route = createFileRoute('/settings/imports')({
  validateSearch: (raw) => importsSearch.parse(raw),
  loaderDeps: ({ search }) => ({ slug: search.store }),
  loader: async ({ context: { session }, deps: { slug } }) => {
    if (!session.ok) return null;
    const store = session.stores.find((one) => slug === undefined || one.slug === slug);
    if (store === undefined) return null;
    const history = await loadHistory({ data: { slug: store.slug } });
    return { stores: session.stores, store, degraded: session.degraded, history };
  },
  staleTime: 0,
  gcTime: 0,
  head: ({ match }) => pageTitle(match.context.t('Imports')),
  component: Imports,
});

function Imports() {
  const loaded = Route.useLoaderData();
  const router = useRouter();
  const t = useT();
  if (loaded === null)
    return <SectionHead title={t('Imports')}>{t('You have no access to a store of this name.')}</SectionHead>;
  return <ImportsPage {...loaded} changed={() => router.invalidate()} />;
}
