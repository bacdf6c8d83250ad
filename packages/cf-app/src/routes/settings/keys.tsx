import { createFileRoute, useRouter } from '@tanstack/react-router';
import { loadKeys } from '#/features/keys/keys.functions.ts';
import { KeysPage } from '#/features/keys/keys-page.tsx';
import { pageTitle } from '#/features/shell/page-title.ts';

export const Route = createFileRoute('/settings/keys')({
  loader: ({ context }) => (context.session.ok ? loadKeys() : null),
  // What somebody else made or revoked meanwhile matters more than a moment saved.
  staleTime: 0,
  gcTime: 0,
  head: ({ match }) => pageTitle(match.context.t('API keys')),
  component: Keys,
});

function Keys() {
  const list = Route.useLoaderData();
  const router = useRouter();
  return list === null ? null : <KeysPage list={list} changed={() => router.invalidate()} />;
}
