import { createFileRoute } from '@tanstack/react-router';
import { SignInProblemPage } from '#/features/auth/gates.tsx';
import { answerCallback, onlyGet } from '#/features/auth/auth-routes.server.ts';

export const Route = createFileRoute('/auth/workos/callback')({
  server: {
    handlers: {
      GET: ({ next }) => answerCallback((problem) => next({ context: { problem } })),
      ANY: onlyGet,
    },
  },
  loader: ({ serverContext }) => serverContext?.problem ?? null,
  component: CallbackPage,
});

function CallbackPage() {
  const problem = Route.useLoaderData();
  return problem === null ? null : <SignInProblemPage {...problem} />;
}
