import { ProviderUnreachableError } from '@layerkick/auth/provider';
import { maySignOut } from '@layerkick/auth/sign-out/may-sign-out';
import { setResponseHeader, setResponseStatus } from '@tanstack/react-start/server';
import { z } from 'zod';
import type { NamedOrganization } from '#/features/organizations/organizations.ts';
import { heldChoice } from '#/features/organizations/pending-choice.server.ts';
import { originOfOurPages } from '#/features/organizations/organization-of-request.server.ts';
import { answerIsPersonal, requestContext } from '#/lib/request-context.server.ts';
import { getAuthorizationUrl, getLogoutUrl, handleAuthCallback } from '#/lib/workos-session.ts';
import { CHOICE_PATH } from './paths.ts';
import { PROBLEM_STATUS, type SignInProblem } from './sign-in-problem.ts';
import { signInToOrganization, unreachable } from './sign-in.server.ts';
import { carriesSession } from './sign-out.server.ts';

/** @param showProblem renders the route's page */
export async function answerLogin<T>(showProblem: (problem: SignInProblem) => T): Promise<T | Response> {
  try {
    return Response.redirect(await getAuthorizationUrl(), 302);
  } catch (error) {
    if (!(error instanceof ProviderUnreachableError)) throw error;
    return answerProblem(unreachable(new URL(requestContext().request.url).searchParams), showProblem);
  }
}

/** @param showProblem renders the route's page */
export async function answerCallback<T>(showProblem: (problem: SignInProblem) => T): Promise<T | Response> {
  const outcome = await handleAuthCallback();
  if (outcome.kind === 'go-to') return redirect(outcome.location);
  return answerProblem(outcome.problem, showProblem);
}

/** The organizations that a sign-in of this browser can be finished in; none where no sign-in waits. */
export async function waitingChoice(): Promise<readonly NamedOrganization[]> {
  answerIsPersonal();
  return (await heldChoice())?.organizations ?? [];
}

const chosen = z.object({ organization: z.string().min(1).max(200) });

/** @param showProblem renders the route's page */
export async function answerChoice<T>(showProblem: (problem: SignInProblem) => T): Promise<T | Response> {
  const { request } = requestContext();
  // Another site must not choose for somebody.
  if (!maySignOut(request.headers, originOfOurPages())) return redirect(CHOICE_PATH);
  const form = chosen.safeParse(Object.fromEntries(await request.formData()));
  if (!form.success) return redirect(CHOICE_PATH);
  const outcome = await signInToOrganization(form.data.organization);
  return outcome.kind === 'go-to' ? redirect(outcome.location) : answerProblem(outcome.problem, showProblem);
}

function answerProblem<T>(problem: SignInProblem, showProblem: (problem: SignInProblem) => T): T {
  setResponseStatus(PROBLEM_STATUS[problem.code]);
  if (problem.code === 'unavailable') setResponseHeader('Retry-After', '10');
  return showProblem(problem);
}

/**
 * Signs out where this site or the person asked for it. Otherwise shows a page: WorkOS sends the browser back here
 * after ending its session, and another site may try to sign somebody out.
 *
 * @param showPage renders the route's page
 */
export async function answerSignOut<T>(showPage: (stillSignedIn: boolean) => T): Promise<T | Response> {
  const { request } = requestContext();
  const signedIn = await carriesSession();
  if (!signedIn) return showPage(false);
  if (maySignOut(request.headers, originOfOurPages())) return redirect(await getLogoutUrl());
  setResponseStatus(403);
  return showPage(true);
}

/** 303: after a POST, too, the browser goes on with GET. */
function redirect(location: string): Response {
  return new Response(null, { status: 303, headers: { Location: location } });
}

/** The steps of a sign-in are navigations. */
export function onlyGet(): Response {
  return new Response(null, { status: 405, headers: { Allow: 'GET' } });
}
