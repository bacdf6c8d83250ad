import { createFileRoute, useRouter } from '@tanstack/react-router';
import { NotFoundHere } from '#/features/admin/not-found-here.tsx';
import { loadPerson } from '#/features/admin/people/people.functions.ts';
import { PersonView } from '#/features/admin/people/person-view.tsx';
import { useT } from '#/features/i18n/use-t.ts';
import { Denied } from '#/features/shell/denied.tsx';
import { pageTitle } from '#/features/shell/page-title.ts';

export const Route = createFileRoute('/admin/people/$id')({
  loader: ({ context, params }) => (context.session.ok ? loadPerson({ data: { user: params.id } }) : null),
  staleTime: 0,
  gcTime: 0,
  head: ({ match }) => pageTitle(match.context.t('People')),
  component: Person,
});

function Person() {
  const details = Route.useLoaderData();
  const router = useRouter();
  const t = useT();
  if (details === null) return null;
  if (details.ok) return <PersonView details={details} changed={() => router.invalidate()} />;
  if (details.code !== 'not_found') return <Denied denial={details} />;
  return <NotFoundHere title={t('That is nobody’s id')} back="/admin/people" requestId={details.requestId} />;
}
