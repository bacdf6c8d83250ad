import { type AuthContext, PERMISSIONS } from '@layerkick/auth/auth-context';
import type { Configuration } from '#/env.server.ts';

/**
 * `DEV_BYPASS_AUTH=1`: an administrator who never signed in. Reached only through a branch that every build removes
 * together with this module.
 */
export function devBypassContext(configuration: Configuration): AuthContext | null {
  if (configuration.DEV_BYPASS_AUTH !== '1') return null;
  return {
    principal: { kind: 'user', id: 'user_dev_bypass', name: 'Development (not signed in)' },
    via: 'dev-bypass',
    organization: null,
    stores: 'all',
    permissions: new Set(PERMISSIONS),
    degraded: false,
  };
}
