import { createFileRoute, useRouter } from '@tanstack/react-router';
import { currentPerson } from '#/features/auth/session.functions.ts';
import { loadHealth } from '#/features/health/health.functions.ts';
import { HealthPage } from '#/features/health/health-page.tsx';
import { Denied } from '#/features/shell/denied.tsx';
import { signInRedirect } from '#/features/shell/sign-in.ts';
import { TopBar } from '#/features/shell/top-bar.tsx';

export const Route = createFileRoute('/admin/health')({
  beforeLoad: async ({ location }) => {
    const session = await currentPerson();
    if (!session.ok && session.code === 'signed_out') throw signInRedirect(location.href);
    return { session };
  },
  loader: () => loadHealth(),
  head: () => ({ meta: [{ title: 'Health · LayerKick' }] }),
  component: HealthRoute,
});

function HealthRoute() {
  const { session } = Route.useRouteContext();
  const report = Route.useLoaderData();
  const router = useRouter();
  if (!report.ok) return <Denied denial={report} />;
  return (
    <>
      {session.ok ? (
        <TopBar person={session.person} devBypass={session.devBypass} degraded={session.degraded} />
      ) : null}
      <HealthPage report={report} retry={() => void router.invalidate()} />
    </>
  );
}
