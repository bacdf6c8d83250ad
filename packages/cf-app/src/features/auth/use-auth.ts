import { getRouteApi } from '@tanstack/react-router';
import { enterOrganization } from '#/features/organizations/organizations.functions.ts';
import { LOGOUT_PATH } from './paths.ts';
import type { Viewer } from './viewer.ts';

const root = getRouteApi('__root__');

type Nobody = { readonly [Key in keyof Viewer]: Viewer[Key] | null } & { readonly home: string };

const NOBODY: Nobody = {
  person: null,
  organization: null,
  role: null,
  permissions: [],
  stores: [],
  home: '',
  organizations: [],
  visiting: null,
  impersonator: null,
};

/** Who is looking, and what they can do about it. Everything is null or empty where nobody is signed in. */
export function useAuth() {
  const viewer = root.useRouteContext({ select: (context) => context.viewer });
  const known = viewer ?? NOBODY;
  return { ...known, signOut, switchOrganization: (id: string) => switchOrganization(id, known.home) };
}

/** Leaves the page: the provider ends its own session in the same browser. */
function signOut(): void {
  const form = document.createElement('form');
  form.method = 'post';
  form.action = LOGOUT_PATH;
  document.body.appendChild(form);
  form.submit();
}

/**
 * Goes on in another organization, with a new document; what comes back is why not. Where the page's address names an
 * organization, that is left behind: it would go on deciding what is seen.
 */
async function switchOrganization(id: string, home: string) {
  const switched = await enterOrganization({ data: { organization: id } });
  if (switched.ok) location.assign(`${home}/`);
  return switched;
}
