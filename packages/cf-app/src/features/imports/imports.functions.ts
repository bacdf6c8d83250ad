import { createServerFn } from '@tanstack/react-start';
import { ordersToRecord } from './imports.schema.ts';
import { recordInRequest } from './imports-in-request.server.ts';

/** Orders of a file that a browser has read. */
export const recordOrders = createServerFn({ method: 'POST' })
  .validator(ordersToRecord)
  .handler(({ data }) => recordInRequest(data.slug, data.entries));
