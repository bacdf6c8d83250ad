import { createFileRoute, Outlet } from '@tanstack/react-router';
import { AdminFrame } from '#/features/admin/admin-frame.tsx';
import { currentOperator } from '#/features/admin/admin-session.functions.ts';
import { Denied } from '#/features/shell/denied.tsx';
import { signInRedirect } from '#/features/shell/sign-in.ts';

export const Route = createFileRoute('/admin')({
  beforeLoad: async ({ location }) => {
    const session = await currentOperator();
    if (!session.ok && session.code === 'signed_out') throw signInRedirect(location.href);
    return { session };
  },
  component: Admin,
});

function Admin() {
  const { session } = Route.useRouteContext();
  if (!session.ok) return <Denied denial={session} />;
  return (
    <AdminFrame session={session}>
      <Outlet />
    </AdminFrame>
  );
}
