import { createFileRoute } from '@tanstack/react-router';
import { catch as orElse, z } from 'zod/mini';
import { useT } from '#/features/i18n/use-t.ts';
import { ImportsPage } from '#/features/imports/imports-page.tsx';
import { SectionHead } from '#/features/settings/settings-frame.tsx';
import { pageTitle } from '#/features/shell/page-title.ts';

const importsSearch = z.object({ store: orElse(z.optional(z.string().check(z.maxLength(100))), undefined) });

export const Route = createFileRoute('/settings/imports')({
  validateSearch: (raw) => importsSearch.parse(raw),
  loaderDeps: ({ search }) => ({ slug: search.store }),
  loader: ({ context: { session }, deps: { slug } }) => {
    if (!session.ok) return null;
    const store = session.stores.find((one) => slug === undefined || one.slug === slug);
    return store === undefined ? null : { stores: session.stores, store, degraded: session.degraded };
  },
  head: ({ match }) => pageTitle(match.context.t('Imports')),
  component: Imports,
});

function Imports() {
  const loaded = Route.useLoaderData();
  const t = useT();
  if (loaded === null)
    return <SectionHead title={t('Imports')}>{t('You have no access to a store of this name.')}</SectionHead>;
  return <ImportsPage {...loaded} />;
}
