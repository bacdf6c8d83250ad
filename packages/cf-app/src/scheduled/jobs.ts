import { forgetRevokedSessions } from '#/features/auth/forget-revoked.server.ts';
import { checkWorkOSHealth } from '#/features/health/check-workos.server.ts';
import type { Job } from './job.ts';

export const EVERY_MINUTE = '* * * * *';
/** UTC, when few people work. */
export const EVERY_NIGHT = '17 3 * * *';

/** Everything that runs by the clock. Each cron that is named here is listed in wrangler.jsonc. */
export const JOBS: readonly Job[] = [
  { name: 'workos-health', cron: EVERY_MINUTE, run: checkWorkOSHealth },
  { name: 'forget-revoked-sessions', cron: EVERY_NIGHT, run: forgetRevokedSessions },
];
