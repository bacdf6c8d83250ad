import { grantAccess, revokeAccess, showAccess } from './operations/access.ts';
import { showAccount, showAdministrator } from './operations/account.ts';
import { exportBookings, queryBookings } from './operations/bookings.ts';
import { explainChange } from './operations/change.ts';
import { queryCohorts } from './operations/cohorts.ts';
import { collectEvents } from './operations/events.ts';
import { exportStats } from './operations/export.ts';
import { queryFunnel } from './operations/funnel.ts';
import { queryGoals } from './operations/goals.ts';
import { getRealtime } from './operations/realtime.ts';
import { getStats, queryStats } from './operations/stats.ts';
import { listStores } from './operations/stores.ts';

/** All operations of the HTTP API, by the name that the client and the OpenAPI document give them. */
export const OPERATIONS = {
  showAccount,
  showAdministrator,
  listStores,
  getStats,
  queryStats,
  explainChange,
  queryFunnel,
  queryGoals,
  queryBookings,
  queryCohorts,
  getRealtime,
  exportStats,
  exportBookings,
  collectEvents,
  showAccess,
  grantAccess,
  revokeAccess,
} as const;

export type Operations = typeof OPERATIONS;
export type OperationId = keyof Operations;
