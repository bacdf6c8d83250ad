import { ACCOUNTS } from './accounts.ts';
import { AuthorizationCodes } from './authorization-codes.ts';
import { seedAccounts } from './directory.ts';
import { createEmulator } from './emulator.ts';
import { PendingSignIns } from './pending-sign-ins.ts';
import { Sessions } from './sessions.ts';
import type { Settings } from './settings.ts';
import { Webhooks } from './webhooks.ts';

/** Everything that one WorkOS environment knows. A reset makes a new one. */
export type World = ReturnType<typeof createWorld>;

/**
 * @param url where this WorkOS is reached, for the links that it hands out
 * @param now epoch ms
 */
export function createWorld(url: string, settings: Settings, now: () => number) {
  const { records, rest } = createEmulator(url);
  seedAccounts(records, ACCOUNTS);
  return {
    records,
    /** The emulator's REST routes over `records`. */
    rest,
    sessions: new Sessions(records, now),
    codes: new AuthorizationCodes(now),
    pending: new PendingSignIns(now),
    webhooks: new Webhooks(records, now),
    settings: { ...settings },
    now,
  };
}
