import { ACCOUNTS, type OrganizationSeed } from './accounts.ts';
import { ApiKeys } from './api-keys.ts';
import { Applications } from './applications.ts';
import { AuthorizationCodes } from './authorization-codes.ts';
import { seedAccounts, seedOrganizations } from './directory.ts';
import { createEmulator } from './emulator.ts';
import { nameEnterpriseEvents } from './enterprise-events.ts';
import { PendingSignIns } from './pending-sign-ins.ts';
import { PortalLinks } from './portal-links.ts';
import { Sessions } from './sessions.ts';
import type { Settings } from './settings.ts';
import { Webhooks } from './webhooks.ts';

/** Everything that one WorkOS environment knows. A reset makes a new one. */
export type World = ReturnType<typeof createWorld>;

/**
 * @param url where this WorkOS is reached, for the links that it hands out
 * @param now epoch ms
 */
export function createWorld(
  url: string,
  settings: Settings,
  now: () => number,
  organizations: readonly OrganizationSeed[],
) {
  const { records, rest } = createEmulator(url);
  nameEnterpriseEvents(records);
  seedAccounts(records, ACCOUNTS);
  if (organizations.length > 0) seedOrganizations(records, organizations);
  return {
    url,
    records,
    /** The emulator's REST routes over `records`. */
    rest,
    sessions: new Sessions(records, now),
    apiKeys: new ApiKeys(now),
    applications: new Applications(now),
    codes: new AuthorizationCodes(now),
    pending: new PendingSignIns(now),
    portalLinks: new PortalLinks(now),
    webhooks: new Webhooks(records, now),
    settings: { ...settings },
    now,
  };
}
