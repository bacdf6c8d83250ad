import { createFileRoute, Outlet } from '@tanstack/react-router';
import { currentPerson } from '#/features/auth/session.functions.ts';
import { SettingsFrame } from '#/features/settings/settings-frame.tsx';
import { Denied } from '#/features/shell/denied.tsx';
import { signInRedirect } from '#/features/shell/sign-in.ts';

export const Route = createFileRoute('/settings')({
  beforeLoad: async ({ location }) => {
    const session = await currentPerson();
    if (!session.ok && session.code === 'signed_out') throw signInRedirect(location.href);
    return { session };
  },
  component: Settings,
});

function Settings() {
  const { session } = Route.useRouteContext();
  if (!session.ok) return <Denied denial={session} />;
  return (
    <SettingsFrame session={session}>
      <Outlet />
    </SettingsFrame>
  );
}
