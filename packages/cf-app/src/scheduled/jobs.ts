import { forgetRevokedSessions } from '#/features/auth/forget-revoked.server.ts';
import { checkWorkOSHealth } from '#/features/health/check-workos.server.ts';
import { compareNightly, syncEvents } from '#/features/mirror/sync.server.ts';
import { finishDeletions } from '#/features/stores/finish-deletions.server.ts';
import { recordLooks } from '#/features/stores/look-record.server.ts';
import type { Job } from './job.ts';

export const EVERY_MINUTE = '* * * * *';
/** UTC, when few people work. */
export const EVERY_NIGHT = '17 3 * * *';

/** Everything that runs by the clock. Each cron that is named here is listed in wrangler.jsonc. */
export const JOBS: readonly Job[] = [
  { name: 'workos-health', cron: EVERY_MINUTE, run: checkWorkOSHealth },
  { name: 'forget-revoked-sessions', cron: EVERY_NIGHT, run: forgetRevokedSessions },
  { name: 'workos-events', cron: EVERY_MINUTE, run: syncEvents },
  { name: 'store-deletions', cron: EVERY_MINUTE, run: finishDeletions },
  { name: 'store-looks', cron: EVERY_MINUTE, run: recordLooks },
  { name: 'workos-compare', cron: EVERY_NIGHT, run: compareNightly },
];
