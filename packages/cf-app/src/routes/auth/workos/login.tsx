import { createFileRoute } from '@tanstack/react-router';
import { answerLogin, onlyGet } from '#/features/auth/auth-routes.server.ts';
import { SignInProblemPage } from '#/features/auth/gates.tsx';

export const Route = createFileRoute('/auth/workos/login')({
  server: {
    handlers: {
      GET: ({ next }) => answerLogin((problem) => next({ context: { problem } })),
      ANY: onlyGet,
    },
  },
  loader: ({ serverContext }) => serverContext?.problem ?? null,
  component: LoginPage,
});

function LoginPage() {
  const problem = Route.useLoaderData();
  return problem === null ? null : <SignInProblemPage {...problem} />;
}
