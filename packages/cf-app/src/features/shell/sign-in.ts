import { organizationPrefix } from '#/lib/page-request.ts';
import { redirect } from '@tanstack/react-router';

/** Where people sign in to come back to `returnTo`, a path with its search. */
export function signInHref(returnTo: string): string {
  return `/auth/workos/login?return_to=${encodeURIComponent(returnTo)}`;
}

/** To be thrown by a route, with the router's own `returnTo`. Signing in leaves the app, so the document navigates. */
export function signInRedirect(returnTo: string) {
  return redirect({ href: signInHref(organizationPrefix() + returnTo), reloadDocument: true });
}

/** Browser only: the session ended or lost its access while the page was open. */
export function leavePage(reason: 'signed_out' | 'forbidden'): void {
  if (reason === 'signed_out') location.assign(signInHref(location.pathname + location.search));
  // The server decides again, and answers with the page that says so.
  else location.reload();
}
