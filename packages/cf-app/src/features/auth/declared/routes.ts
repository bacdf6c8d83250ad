import type { Requirement } from '@layerkick/auth/requirement';
import type { FileRouteTypes } from '#/routeTree.gen.ts';

/**
 * What each page and file takes, by its route. Everything that a page shows comes from server functions, which are
 * guarded by themselves (`functions.ts`); this is what somebody is answered who opens the address: the page, the way
 * to sign in, or 403. `store` names the part of the path that is a store's slug.
 *
 * A route that is not here does not compile, and `npm run check` says so.
 */
export const ROUTES = {
  '/': { permission: 'signed-in' },
  '/stores': { permission: 'signed-in' },
  '/organizations': { permission: 'signed-in' },
  '/stats/$hash': { permission: 'stats:read', store: 'hash' },
  '/stats/$hash/live': { permission: 'stats:read', store: 'hash' },
  // What is in them says for itself who may see it; the frame is for everybody who is signed in.
  '/settings': { permission: 'signed-in' },
  '/settings/': { permission: 'signed-in' },
  '/settings/install': { permission: 'signed-in' },
  '/settings/keys': { permission: 'signed-in' },
  '/settings/sources': { permission: 'signed-in' },
  '/settings/imports': { permission: 'signed-in' },
  '/settings/export/$slug': { permission: 'store:manage', store: 'slug' },
  '/settings/store': { permission: 'signed-in' },
  '/admin': { permission: 'admin' },
  '/admin/': { permission: 'admin' },
  '/admin/audit': { permission: 'admin' },
  '/admin/audit.csv': { permission: 'admin' },
  '/admin/health': { permission: 'admin' },
  '/admin/stores/': { permission: 'admin' },
  '/admin/stores/new': { permission: 'admin' },
  '/admin/stores/$slug': { permission: 'admin' },
  '/admin/export/$slug': { permission: 'admin' },
  '/admin/people/': { permission: 'admin' },
  '/admin/people/$id': { permission: 'admin' },
  '/admin/organizations/': { permission: 'admin' },
  '/admin/organizations/$id': { permission: 'admin' },
  // Whoever has a link: its token is looked at by whatever they ask.
  '/share/$token': { permission: 'anyone' },
  '/embed/$token/$panel': { permission: 'anyone' },
  // The steps of signing in and out.
  '/auth/workos/login': { permission: 'anyone' },
  '/auth/workos/callback': { permission: 'anyone' },
  '/auth/workos/logout': { permission: 'anyone' },
  '/auth/workos/organization': { permission: 'anyone' },
} as const satisfies Readonly<Record<FileRouteTypes['fullPaths'], Requirement>>;
