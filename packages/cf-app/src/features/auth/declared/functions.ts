import type { Requirement } from '@layerkick/auth/requirement';
import type { FunctionRequirements } from './function-requirements.ts';

/**
 * What each server function takes. The gate of `start.ts` decides by it before a function runs; one that is not here
 * is refused, and `npm run check` says so. By file below `src/`, then by name.
 *
 * A function's answers have to hold what it can be refused with: `Denial`, and for a write `Degraded`, and for
 * `recentSignIn` also `SignInAgain` (all of `person.ts`). Otherwise the entry does not fit its type.
 */
export const FUNCTIONS = {
  'features/admin/admin-session.functions.ts': {
    currentOperator: { permission: 'admin' },
  } satisfies FunctionRequirements<typeof import('../../admin/admin-session.functions.ts')>,
  'features/admin/audit/audit.functions.ts': {
    loadAudit: { permission: 'admin' },
  } satisfies FunctionRequirements<typeof import('../../admin/audit/audit.functions.ts')>,
  'features/admin/stores/stores.functions.ts': {
    loadStores: { permission: 'admin' },
    loadStore: { permission: 'admin' },
    loadOrganizationChoices: { permission: 'admin' },
    createStore: { permission: 'admin', write: true },
    editStore: { permission: 'admin', write: true },
    changeTimeZone: { permission: 'admin', write: true },
    changeCurrency: { permission: 'admin', write: true },
    rebuildStore: { permission: 'admin', write: true },
    loadRebuild: { permission: 'admin' },
    deleteStore: { permission: 'admin', recentSignIn: true },
  } satisfies FunctionRequirements<typeof import('../../admin/stores/stores.functions.ts')>,
  'features/admin/memberships/memberships.functions.ts': {
    // Revoking an owner takes a sign-in of the last minutes, which the function asks for.
    changeRole: { permission: 'admin', write: true },
    changeStanding: { permission: 'admin', write: true },
    endMembership: { permission: 'admin', write: true },
    sendInvitation: { permission: 'admin', write: true },
    resendInvitation: { permission: 'admin', write: true },
    revokeInvitation: { permission: 'admin', write: true },
  } satisfies FunctionRequirements<typeof import('../../admin/memberships/memberships.functions.ts')>,
  'features/admin/organizations/organizations.functions.ts': {
    loadOrganizations: { permission: 'admin' },
    loadOrganization: { permission: 'admin' },
    addOrganization: { permission: 'admin', write: true },
    nameOrganization: { permission: 'admin', write: true },
    dropOrganization: { permission: 'admin', recentSignIn: true },
    claimDomain: { permission: 'admin', write: true },
    checkDomain: { permission: 'admin', write: true },
    dropDomain: { permission: 'admin', write: true },
    decidePolicy: { permission: 'admin', write: true },
    // Lets whoever has it in.
    linkToPortal: { permission: 'admin', recentSignIn: true },
    askWorkOS: { permission: 'admin', write: true },
  } satisfies FunctionRequirements<typeof import('../../admin/organizations/organizations.functions.ts')>,
  'features/admin/ownership/ownership.functions.ts': {
    giveStore: { permission: 'admin', write: true },
    takeStore: { permission: 'admin', write: true },
  } satisfies FunctionRequirements<typeof import('../../admin/ownership/ownership.functions.ts')>,
  'features/admin/people/people.functions.ts': {
    loadPeople: { permission: 'admin' },
    loadPerson: { permission: 'admin' },
    grantStore: { permission: 'admin', write: true },
    revokeStore: { permission: 'admin', write: true },
    revokeSession: { permission: 'admin', write: true },
  } satisfies FunctionRequirements<typeof import('../../admin/people/people.functions.ts')>,
  'features/auth/session.functions.ts': {
    checkSession: { permission: 'stats:read', store: 'slug' },
    currentPerson: { permission: 'signed-in' },
    // Nobody is a viewer, too: null.
    currentViewer: { permission: 'anyone' },
  } satisfies FunctionRequirements<typeof import('../session.functions.ts')>,
  'features/health/health.functions.ts': {
    loadHealth: { permission: 'admin' },
    replayEvents: { permission: 'admin', write: true },
  } satisfies FunctionRequirements<typeof import('../../health/health.functions.ts')>,
  'features/imports/imports.functions.ts': {
    recordOrders: { permission: 'store:manage', store: 'slug', write: true },
    loadHistory: { permission: 'store:manage', store: 'slug' },
    keepDays: { permission: 'store:manage', store: 'slug', write: true },
    forgetDays: { permission: 'store:manage', store: 'slug', write: true },
  } satisfies FunctionRequirements<typeof import('../../imports/imports.functions.ts')>,
  'features/install/install.functions.ts': {
    loadInstall: { permission: 'store:manage', store: 'slug' },
    verifyPage: { permission: 'store:manage', store: 'slug' },
    checkArrival: { permission: 'store:manage', store: 'slug' },
  } satisfies FunctionRequirements<typeof import('../../install/install.functions.ts')>,
  'features/keys/keys.functions.ts': {
    loadKeys: { permission: 'keys:manage' },
    makeKey: { permission: 'keys:manage', recentSignIn: true },
    // Takes access away and gives none, so it goes on while WorkOS is down.
    endKey: { permission: 'keys:manage' },
  } satisfies FunctionRequirements<typeof import('../../keys/keys.functions.ts')>,
  'features/live/live.functions.ts': {
    loadLive: { permission: 'stats:read', store: 'slug' },
  } satisfies FunctionRequirements<typeof import('../../live/live.functions.ts')>,
  'features/organizations/organizations.functions.ts': {
    // WorkOS says whether they are a member.
    enterOrganization: { permission: 'signed-in' },
    searchTenants: { permission: 'admin' },
    beginVisit: { permission: 'admin' },
    endVisit: { permission: 'admin' },
  } satisfies FunctionRequirements<typeof import('../../organizations/organizations.functions.ts')>,
  // The link's token says what one may see, once more in each of them.
  'features/share/shared.functions.ts': {
    openShared: { permission: 'anyone' },
    loadShared: { permission: 'anyone' },
    loadSharedPanel: { permission: 'anyone' },
    loadSharedSheet: { permission: 'anyone' },
    loadSharedValues: { permission: 'anyone' },
    unlockShared: { permission: 'anyone' },
  } satisfies FunctionRequirements<typeof import('../../share/shared.functions.ts')>,
  'features/share/shares.functions.ts': {
    makeShare: { permission: 'store:manage', store: 'slug', write: true },
    // Takes access away and gives none, so it goes on while WorkOS is down.
    endShare: { permission: 'store:manage', store: 'slug' },
  } satisfies FunctionRequirements<typeof import('../../share/shares.functions.ts')>,
  'features/goals/goals.functions.ts': {
    makeGoal: { permission: 'store:manage', store: 'slug', write: true },
    removeGoal: { permission: 'store:manage', store: 'slug', write: true },
  } satisfies FunctionRequirements<typeof import('../../goals/goals.functions.ts')>,
  // Everybody who sees a store says what happened there; others' words only whoever manages it changes.
  'features/annotations/annotations.functions.ts': {
    loadAnnotations: { permission: 'stats:read', store: 'slug' },
    addAnnotation: { permission: 'stats:read', store: 'slug', write: true },
    editAnnotation: { permission: 'stats:read', store: 'slug', write: true },
    deleteAnnotation: { permission: 'stats:read', store: 'slug', write: true },
  } satisfies FunctionRequirements<typeof import('../../annotations/annotations.functions.ts')>,
  'features/store-settings/store-settings.functions.ts': {
    loadStoreSettings: { permission: 'store:manage', store: 'slug' },
    loadOwnRebuild: { permission: 'store:manage', store: 'slug' },
    saveStore: { permission: 'store:manage', store: 'slug', write: true },
    moveStore: { permission: 'store:manage', store: 'slug', write: true },
    countStoreIn: { permission: 'store:manage', store: 'slug', write: true },
  } satisfies FunctionRequirements<typeof import('../../store-settings/store-settings.functions.ts')>,
  'features/sources/sources.functions.ts': {
    loadSources: { permission: 'store:manage', store: 'slug' },
    connect: { permission: 'store:manage', store: 'slug', recentSignIn: true },
    disconnect: { permission: 'store:manage', store: 'slug', write: true },
    replay: { permission: 'store:manage', store: 'slug', write: true },
  } satisfies FunctionRequirements<typeof import('../../sources/sources.functions.ts')>,
  'features/stats/stats.functions.ts': {
    loadSheet: { permission: 'stats:read', store: 'slug' },
    loadStats: { permission: 'stats:read', store: 'slug' },
    // Somebody's own view of a store: it opens nothing, and goes on while WorkOS is down.
    saveCards: { permission: 'stats:read', store: 'slug' },
    loadValues: { permission: 'stats:read', store: 'slug' },
  } satisfies FunctionRequirements<typeof import('../../stats/stats.functions.ts')>,
  'features/stores/your-data/own-data.functions.ts': {
    // Who manages the store, or began its deletion: then it is nobody's any more.
    deleteStoreOfMine: { permission: 'signed-in', recentSignIn: true },
  } satisfies FunctionRequirements<typeof import('../../stores/your-data/own-data.functions.ts')>,
  'features/stores/stores.functions.ts': {
    loadStores: { permission: 'signed-in' },
  } satisfies FunctionRequirements<typeof import('../../stores/stores.functions.ts')>,
} as const satisfies Readonly<Record<string, Readonly<Record<string, Requirement>>>>;
