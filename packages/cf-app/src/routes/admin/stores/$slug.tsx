import { createFileRoute, useRouter } from '@tanstack/react-router';
import { NoSuchStore } from '#/features/admin/stores/no-such-store.tsx';
import { GoneStoreView, StoreView } from '#/features/admin/stores/store-view.tsx';
import { loadStore } from '#/features/admin/stores/stores.functions.ts';
import { Denied } from '#/features/shell/denied.tsx';
import { pageTitle } from '#/features/shell/page-title.ts';

export const Route = createFileRoute('/admin/stores/$slug')({
  loader: ({ context, params }) =>
    context.session.ok ? loadStore({ data: { slug: params.slug.slice(0, 100) } }) : null,
  staleTime: 0,
  gcTime: 0,
  head: ({ params }) => pageTitle(params.slug),
  component: OneStore,
});

function OneStore() {
  const answer = Route.useLoaderData();
  const { slug } = Route.useParams();
  const router = useRouter();
  const changed = () => router.invalidate();
  if (answer === null) return null;
  if (answer.ok) {
    return answer.kind === 'store' ? (
      <StoreView detail={answer} changed={changed} />
    ) : (
      <GoneStoreView gone={answer} changed={changed} />
    );
  }
  return answer.code === 'store_unknown' ? (
    <NoSuchStore slug={slug} requestId={answer.requestId} />
  ) : (
    <Denied denial={answer} />
  );
}
