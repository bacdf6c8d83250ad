import { createFileRoute } from '@tanstack/react-router';
import { answerSignOut } from '#/features/auth/auth-routes.server.ts';
import { ConfirmSignOutPage, SignedOutPage } from '#/features/auth/gates.tsx';

export const Route = createFileRoute('/auth/workos/logout')({
  server: {
    handlers: {
      GET: ({ next }) => answerSignOut((stillSignedIn) => next({ context: { stillSignedIn } })),
      POST: ({ next }) => answerSignOut((stillSignedIn) => next({ context: { stillSignedIn } })),
    },
  },
  loader: ({ serverContext }) => serverContext?.stillSignedIn ?? false,
  component: LogoutPage,
});

function LogoutPage() {
  return Route.useLoaderData() ? <ConfirmSignOutPage /> : <SignedOutPage />;
}
