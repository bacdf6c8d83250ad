import { createFileRoute } from '@tanstack/react-router';
import { getAuthorizationUrl } from '#/lib/workos-session.ts';

export const Route = createFileRoute('/auth/workos/login')({
  server: {
    handlers: {
      GET: async () => Response.redirect(await getAuthorizationUrl(), 302),
    },
  },
});
