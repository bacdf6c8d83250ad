import { createFileRoute } from '@tanstack/react-router';
import { answerChoice, waitingChoice } from '#/features/auth/auth-routes.server.ts';
import { SignInProblemPage } from '#/features/auth/gates.tsx';
import type { SignInProblem } from '#/features/auth/sign-in-problem.ts';
import type { NamedOrganization } from '#/features/organizations/organizations.ts';
import { ChooseOrganizationPage } from '#/features/organizations/choose-organization-page.tsx';

interface ChoicePage {
  readonly problem: SignInProblem | null;
  readonly organizations: readonly NamedOrganization[];
}

const page = (
  organizations: ChoicePage['organizations'],
  problem: ChoicePage['problem'] = null,
): { context: ChoicePage } => ({ context: { organizations, problem } });

export const Route = createFileRoute('/auth/workos/organization')({
  server: {
    handlers: {
      GET: async ({ next }) => next(page(await waitingChoice())),
      POST: ({ next }) => answerChoice((problem) => next(page([], problem))),
    },
  },
  loader: ({ serverContext }) => ({
    problem: serverContext?.problem ?? null,
    organizations: serverContext?.organizations ?? [],
  }),
  component: ChooseOrganization,
});

function ChooseOrganization() {
  const { problem, organizations } = Route.useLoaderData();
  return problem === null ? (
    <ChooseOrganizationPage organizations={organizations} />
  ) : (
    <SignInProblemPage {...problem} />
  );
}
