import { createFileRoute, redirect } from '@tanstack/react-router';

export const Route = createFileRoute('/admin/')({
  beforeLoad: ({ context }) => {
    if (context.session.ok) throw redirect({ to: '/admin/audit' });
  },
});
