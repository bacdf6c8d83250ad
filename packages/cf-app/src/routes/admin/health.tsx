import { createFileRoute, useRouter } from '@tanstack/react-router';
import { loadHealth } from '#/features/health/health.functions.ts';
import { HealthPage } from '#/features/health/health-page.tsx';
import { Denied } from '#/features/shell/denied.tsx';
import { pageTitle } from '#/features/shell/page-title.ts';

export const Route = createFileRoute('/admin/health')({
  loader: ({ context }) => (context.session.ok ? loadHealth() : null),
  head: ({ match }) => pageTitle(match.context.t('Health')),
  component: HealthRoute,
});

function HealthRoute() {
  const report = Route.useLoaderData();
  const router = useRouter();
  if (report === null) return null;
  if (!report.ok) return <Denied denial={report} />;
  return <HealthPage report={report} retry={() => router.invalidate()} />;
}
