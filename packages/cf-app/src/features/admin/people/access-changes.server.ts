import { env } from 'cloudflare:workers';
import { grantAccess, revokeAccess } from '#/features/access/access.server.ts';
import { changeAsOperator } from '../as-operator.server.ts';
import { refuse } from '../at-workos.server.ts';
import type { AccessChange } from './people.ts';

const storage = () => ({ kv: env.LAYERKICK_KV, db: env.DB });

/** Lets somebody see a store, by KV. */
export function grant(user: string, store: string): Promise<AccessChange> {
  return changeAsOperator(async ({ change }) => {
    const granted = await grantAccess(storage(), user, [store], change);
    return granted.ok ? { ok: true } : refuse('stores_unknown');
  });
}

/** Takes a store out of what somebody sees by KV; what an organization gives stays. */
export function withdraw(user: string, store: string): Promise<AccessChange> {
  return changeAsOperator(async ({ change }) => {
    await revokeAccess(storage(), user, [store], change);
    return { ok: true };
  });
}
