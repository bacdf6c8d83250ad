import type { OperationId, Operations } from '@layerkick/client/operations';
import type { Handler } from './call.ts';
import { grantStores, revokeStores, showGrantedStores } from './handlers/access.ts';
import { describeAccount } from './handlers/account.ts';
import { answerBookings, exportOrders } from './handlers/bookings.ts';
import { answerWhy } from './handlers/change.ts';
import { collect } from './handlers/events.ts';
import { exportTable } from './handlers/export.ts';
import { answerGoals } from './handlers/goals.ts';
import {
  answerCohorts,
  answerFunnel,
  answerParameters,
  answerQuestion,
  answerRealtime,
} from './handlers/stats.ts';
import { pageOfStores } from './handlers/stores.ts';

/** Who does the work of each operation. */
export const HANDLERS: { readonly [Id in OperationId]: Handler<Operations[Id]> } = {
  showAccount: describeAccount,
  showAdministrator: describeAccount,
  listStores: pageOfStores,
  getStats: answerParameters,
  queryStats: answerQuestion,
  explainChange: answerWhy,
  queryFunnel: answerFunnel,
  queryGoals: answerGoals,
  queryBookings: answerBookings,
  queryCohorts: answerCohorts,
  getRealtime: answerRealtime,
  exportStats: exportTable,
  exportBookings: exportOrders,
  collectEvents: collect,
  showAccess: showGrantedStores,
  grantAccess: grantStores,
  revokeAccess: revokeStores,
};
