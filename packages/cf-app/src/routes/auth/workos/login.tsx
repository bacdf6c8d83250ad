import { createFileRoute } from '@tanstack/react-router';
import { onlyGet } from '#/features/auth/auth-routes.server.ts';
import { getAuthorizationUrl } from '#/lib/workos-session.ts';

export const Route = createFileRoute('/auth/workos/login')({
  server: {
    handlers: {
      GET: async () => Response.redirect(await getAuthorizationUrl(), 302),
      ANY: onlyGet,
    },
  },
});
