/** What each function of a module is given, every field of it. */
type Inputs<Module> = { readonly [Name in keyof Module]: Whole<InputOf<Module[Name]>> };
type InputOf<Fn> = Fn extends (options: infer Options) => unknown
  ? Options extends { data: infer Data }
    ? Data
    : Record<never, never>
  : never;
type Whole<Data> = { readonly [Field in keyof Data]-?: Readonly<Exclude<Data[Field], undefined>> };

const TABLE = { find: 'a', sort: '-at', page: 2, only: 'access' } as const;
const slug = '$store';
const organization = '$organization';

/**
 * A good call of each server function, with `$store` and the like where it names something of a tenant. A function that
 * is not here, or a field of one, does not fit its type, and fails the tests. By file below `src/`, then by name.
 */
export const FUNCTION_INPUTS = {
  'features/admin/admin-session.functions.ts': {
    currentOperator: {},
  } satisfies Inputs<typeof import('../../admin/admin-session.functions.ts')>,
  'features/admin/audit/audit.functions.ts': {
    loadAudit: TABLE,
  } satisfies Inputs<typeof import('../../admin/audit/audit.functions.ts')>,
  'features/admin/stores/stores.functions.ts': {
    loadStores: TABLE,
    loadStore: { slug },
    loadOrganizationChoices: {},
    createStore: {
      slug,
      name: 'Shop',
      domains: ['shop.example'],
      timeZone: 'Europe/London',
      currency: 'GBP',
      organization,
    },
    editStore: { slug, name: 'Shop', domains: ['shop.example'] },
    changeTimeZone: { slug, timeZone: 'Europe/Paris' },
    changeCurrency: { slug, currency: 'EUR' },
    rebuildStore: { slug },
    loadRebuild: { slug },
    deleteStore: { slug, confirmed: slug },
  } satisfies Inputs<typeof import('../../admin/stores/stores.functions.ts')>,
  'features/admin/memberships/memberships.functions.ts': {
    changeRole: { membership: '$membership', role: 'viewer' },
    changeStanding: { membership: '$membership', active: false },
    endMembership: { membership: '$membership' },
    sendInvitation: { email: 'new@shop.example', organization, role: 'viewer' },
    resendInvitation: { invitation: '$invitation' },
    revokeInvitation: { invitation: '$invitation' },
  } satisfies Inputs<typeof import('../../admin/memberships/memberships.functions.ts')>,
  'features/admin/organizations/organizations.functions.ts': {
    loadOrganizations: TABLE,
    loadOrganization: { organization },
    addOrganization: { name: 'Shop', attempt: '0b8a5a5e-7a43-4a39-9f0b-3f6c7f3f0a11' },
    nameOrganization: { organization, name: 'Shop' },
    dropOrganization: { organization, confirmed: organization },
    claimDomain: { organization, domain: '$domainName' },
    checkDomain: { organization, domain: '$domain' },
    dropDomain: { organization, domain: '$domain' },
    decidePolicy: { organization, requireSso: true, autoJoinRole: 'viewer' },
    linkToPortal: { organization, intent: 'sso' },
    askWorkOS: {},
  } satisfies Inputs<typeof import('../../admin/organizations/organizations.functions.ts')>,
  'features/admin/ownership/ownership.functions.ts': {
    giveStore: { organization, store: slug },
    takeStore: { organization, store: slug },
  } satisfies Inputs<typeof import('../../admin/ownership/ownership.functions.ts')>,
  'features/admin/people/people.functions.ts': {
    loadPeople: TABLE,
    loadPerson: { user: '$person' },
    grantStore: { user: '$person', store: slug },
    revokeStore: { user: '$person', store: slug },
    revokeSession: { user: '$person', session: '$session' },
  } satisfies Inputs<typeof import('../../admin/people/people.functions.ts')>,
  'features/auth/session.functions.ts': {
    checkSession: { slug },
    currentPerson: {},
    currentViewer: {},
  } satisfies Inputs<typeof import('../session.functions.ts')>,
  'features/health/health.functions.ts': {
    loadHealth: {},
    replayEvents: { event: '$event' },
  } satisfies Inputs<typeof import('../../health/health.functions.ts')>,
  'features/imports/imports.functions.ts': {
    recordOrders: {
      slug,
      entries: [
        {
          id: 'imported-1',
          kind: 'sale',
          order: 'order-1',
          at: 1_790_000_000_000,
          currency: 'GBP',
          source: 'import',
        },
      ],
    },
    loadHistory: { slug },
    keepDays: {
      slug,
      days: [{ day: '2026-01-01', from: 'plausible', visitors: 2, sessions: 3, pageViews: 4, bounces: null }],
    },
    forgetDays: { slug, from: 'plausible' },
  } satisfies Inputs<typeof import('../../imports/imports.functions.ts')>,
  'features/install/install.functions.ts': {
    loadInstall: { slug },
    verifyPage: { slug, address: 'https://localhost/' },
    checkArrival: { slug },
  } satisfies Inputs<typeof import('../../install/install.functions.ts')>,
  'features/keys/keys.functions.ts': {
    loadKeys: {},
    makeKey: { name: 'Warehouse', scopes: ['stats:read'] },
    endKey: { id: '$key' },
  } satisfies Inputs<typeof import('../../keys/keys.functions.ts')>,
  'features/live/live.functions.ts': {
    loadLive: { slug },
  } satisfies Inputs<typeof import('../../live/live.functions.ts')>,
  'features/organizations/organizations.functions.ts': {
    enterOrganization: { organization },
    searchTenants: { find: organization },
    beginVisit: { organization },
    endVisit: {},
  } satisfies Inputs<typeof import('../../organizations/organizations.functions.ts')>,
  'features/share/shared.functions.ts': {
    openShared: { token: '$shareToken', embed: false },
    loadShared: { token: '$shareToken', search: {}, withPanels: true },
    loadSharedPanel: { token: '$shareToken', search: {}, panel: 'products' },
    loadSharedSheet: { token: '$shareToken', search: { show: 'products' } },
    loadSharedValues: { token: '$shareToken', search: {}, dimension: 'page' },
    unlockShared: { token: '$shareToken', password: 'a password of nobody' },
  } satisfies Inputs<typeof import('../../share/shared.functions.ts')>,
  'features/share/shares.functions.ts': {
    makeShare: { slug, name: 'Agency', password: null, expiresAt: null, filters: [], embedHosts: [] },
    endShare: { slug, id: '$share' },
  } satisfies Inputs<typeof import('../../share/shares.functions.ts')>,
  'features/goals/goals.functions.ts': {
    makeGoal: { slug, name: 'Thanks', dimension: 'page', op: 'is', value: '/thanks' },
    removeGoal: { slug, id: '$goal' },
  } satisfies Inputs<typeof import('../../goals/goals.functions.ts')>,
  'features/annotations/annotations.functions.ts': {
    loadAnnotations: { slug },
    addAnnotation: { slug, day: '2026-11-01', text: 'Sale begins' },
    editAnnotation: { slug, id: '$annotation', text: 'Sale ends' },
    deleteAnnotation: { slug, id: '$annotation' },
  } satisfies Inputs<typeof import('../../annotations/annotations.functions.ts')>,
  'features/store-settings/store-settings.functions.ts': {
    loadStoreSettings: { slug },
    loadOwnRebuild: { slug },
    saveStore: { slug, name: 'Shop', domains: ['shop.example'] },
    moveStore: { slug, timeZone: 'Europe/Paris' },
    countStoreIn: { slug, currency: 'EUR' },
  } satisfies Inputs<typeof import('../../store-settings/store-settings.functions.ts')>,
  'features/sources/sources.functions.ts': {
    loadSources: { slug },
    connect: { slug, platform: 'shopify', secret: 'a-secret-of-this-test' },
    disconnect: { slug, platform: 'woocommerce' },
    replay: { slug },
  } satisfies Inputs<typeof import('../../sources/sources.functions.ts')>,
  'features/stats/stats.functions.ts': {
    loadSheet: { slug, search: { show: 'products' } },
    loadStats: { slug, search: {} },
    saveCards: { slug, cards: ['orders', 'visitors'] },
    loadValues: { slug, search: {}, dimension: 'page' },
  } satisfies Inputs<typeof import('../../stats/stats.functions.ts')>,
  // Last: afterwards one's own is gone.
  'features/stores/your-data/own-data.functions.ts': {
    deleteStoreOfMine: { slug, confirmed: slug },
  } satisfies Inputs<typeof import('../../stores/your-data/own-data.functions.ts')>,
  'features/stores/stores.functions.ts': {
    loadStores: { find: slug },
  } satisfies Inputs<typeof import('../../stores/stores.functions.ts')>,
} as const;
