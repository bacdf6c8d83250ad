/**
 * Who can sign in at the local WorkOS, and the identity of its one environment. No Node-only imports: the app's
 * tests read this inside workerd too.
 */

export const CLIENT_ID = 'client_layerkick_local';
export const API_KEY = 'sk_test_layerkick';

/** Pinned whatever the port, in the form that the hosted service uses for an environment's own tokens. */
export const ISSUER = `https://api.workos.com/user_management/${CLIENT_ID}`;

export interface Account {
  /** WorkOS user id, the same after every start. */
  readonly id: string;
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
  /** What signing in as this person shows, for the sign-in page. */
  readonly part: string;
}

export const ACCOUNTS: readonly Account[] = [
  {
    id: 'user_01LKADMIN',
    email: 'admin@layerkick.test',
    firstName: 'Ada',
    lastName: 'Admin',
    part: 'sees every store',
  },
  {
    id: 'user_01LKMERCHANT',
    email: 'merchant@fmdf.test',
    firstName: 'Max',
    lastName: 'Merchant',
    part: 'sees one store',
  },
  {
    id: 'user_01LKAGENCY',
    email: 'agency@layerkick.test',
    firstName: 'Aggie',
    lastName: 'Agency',
    part: 'sees two stores',
  },
  {
    id: 'user_01LKOUTSIDER',
    email: 'outsider@example.test',
    firstName: 'Otto',
    lastName: 'Outsider',
    part: 'sees no store yet',
  },
];

export interface OrganizationSeed {
  readonly id: string;
  readonly name: string;
  /** The role of each member, by user id. */
  readonly members: Readonly<Record<string, string>>;
}

/** The organizations of `npm start`; tests make their own. */
export const ORGANIZATIONS: readonly OrganizationSeed[] = [
  { id: 'org_01LKFMDF', name: 'FMDF', members: { user_01LKMERCHANT: 'owner' } },
  { id: 'org_01LKAGENCY', name: 'Aggie & Partners', members: { user_01LKAGENCY: 'owner' } },
];

/** What roles and API keys can be given, with the roles that have it; made together with the organizations. */
export const PERMISSIONS: Readonly<Record<string, readonly string[]>> = {
  'stats:read': ['viewer', 'analyst', 'manager', 'owner'],
  'stats:export': ['analyst', 'manager', 'owner'],
  'events:write': ['manager', 'owner'],
  'store:manage': ['manager', 'owner'],
  'members:manage': ['owner'],
  'keys:manage': ['owner'],
};
