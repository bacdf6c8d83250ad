import { createFileRoute } from '@tanstack/react-router';
import { NewStoreForm } from '#/features/admin/stores/new-store-form.tsx';
import { loadOrganizationChoices } from '#/features/admin/stores/stores.functions.ts';
import { Denied } from '#/features/shell/denied.tsx';
import { pageTitle } from '#/features/shell/page-title.ts';

export const Route = createFileRoute('/admin/stores/new')({
  loader: ({ context }) => (context.session.ok ? loadOrganizationChoices() : null),
  head: ({ match }) => pageTitle(match.context.t('New store')),
  component: NewStore,
});

function NewStore() {
  const choices = Route.useLoaderData();
  if (choices === null) return null;
  return choices.ok ? <NewStoreForm organizations={choices.organizations} /> : <Denied denial={choices} />;
}
