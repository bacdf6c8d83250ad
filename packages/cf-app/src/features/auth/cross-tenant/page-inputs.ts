import type { RegisteredRouter } from '@tanstack/react-router';
import type { StatsSearch } from '#/features/stats/view/search.schema.ts';
import type { ROUTES } from '../declared/routes.ts';

type Routes = RegisteredRouter['routesByPath'];
/** What is in every address of figures is about the store that is named before it. */
type SearchOf<Path extends keyof Routes> = Exclude<
  keyof Routes[Path]['types']['fullSearchSchema'],
  keyof StatsSearch
>;
type PageInput<Path extends keyof Routes> = {
  readonly params: { readonly [Field in keyof Routes[Path]['types']['allParams']]: string };
  readonly search: { readonly [Field in SearchOf<Path>]: string } & Readonly<Record<string, string>>;
};

const NOTHING = { params: {}, search: {} } as const;
const TABLE = { sort: '-at', page: '2', only: 'access' } as const;
const OF_STORE = { params: {}, search: { store: '$store' } } as const;

/**
 * How each page and file is asked for, with `$store` and the like where the address names something of a tenant. A route
 * that is not here, or a field of one, does not fit its type. What the steps of signing in take is said by their schemas.
 */
export const PAGE_INPUTS = {
  '/': NOTHING,
  '/stores': { params: {}, search: { find: '$store' } },
  '/organizations': { params: {}, search: { find: '$organization' } },
  '/stats/$hash': { params: { hash: '$store' }, search: {} },
  '/stats/$hash/live': { params: { hash: '$store' }, search: {} },
  '/settings': NOTHING,
  '/settings/': NOTHING,
  '/settings/install': OF_STORE,
  '/settings/keys': NOTHING,
  '/settings/sources': OF_STORE,
  '/settings/imports': OF_STORE,
  '/settings/export/$slug': { params: { slug: '$store' }, search: { format: 'ndjson' } },
  '/settings/store': OF_STORE,
  '/admin': NOTHING,
  '/admin/': NOTHING,
  '/admin/audit': { params: {}, search: TABLE },
  '/admin/audit.csv': { params: {}, search: TABLE },
  '/admin/health': NOTHING,
  '/admin/stores/': { params: {}, search: TABLE },
  '/admin/stores/new': NOTHING,
  '/admin/stores/$slug': { params: { slug: '$store' }, search: {} },
  '/admin/export/$slug': { params: { slug: '$store' }, search: { format: 'ndjson' } },
  '/admin/people/': { params: {}, search: TABLE },
  '/admin/people/$id': { params: { id: '$person' }, search: {} },
  '/admin/organizations/': { params: {}, search: TABLE },
  '/admin/organizations/$id': { params: { id: '$organization' }, search: {} },
  '/share/$token': { params: { token: '$shareToken' }, search: {} },
  '/embed/$token/$panel': { params: { token: '$shareToken', panel: 'products' }, search: {} },
  '/auth/workos/login': {
    params: {},
    search: { organization_id: '$organization', login_hint: '$email', invitation_token: '$invitation' },
  },
  '/auth/workos/callback': { params: {}, search: { state: 'forged', code: '$session' } },
  '/auth/workos/logout': NOTHING,
  '/auth/workos/organization': NOTHING,
} as const satisfies { readonly [Path in keyof typeof ROUTES]: PageInput<Path> };
