import { createServerFn } from '@tanstack/react-start';
import { daysToForget, daysToKeep, ordersToRecord, storeOfImports } from './imports.schema.ts';
import {
  forgetInRequest,
  historyInRequest,
  keepInRequest,
  recordInRequest,
} from './imports-in-request.server.ts';

/** Orders of a file that a browser has read. */
export const recordOrders = createServerFn({ method: 'POST' })
  .validator(ordersToRecord)
  .handler(({ data }) => recordInRequest(data.slug, data.entries));

/** Other programs whose history a store has. */
export const loadHistory = createServerFn({ method: 'GET' })
  .validator(storeOfImports)
  .handler(({ data }) => historyInRequest(data.slug));

/** Days that another program counted; what it said of a day before is replaced. */
export const keepDays = createServerFn({ method: 'POST' })
  .validator(daysToKeep)
  .handler(({ data }) => keepInRequest(data.slug, data.days));

/** Takes out what a program counted. */
export const forgetDays = createServerFn({ method: 'POST' })
  .validator(daysToForget)
  .handler(({ data }) => forgetInRequest(data.slug, data.from));
